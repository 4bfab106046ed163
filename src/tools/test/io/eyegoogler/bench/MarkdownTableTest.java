package io.eyegoogler.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void number_ofAnySize_hasThreeSignificantDigits() {
        assertEquals("1234", MarkdownTable.number(1234.4));
        assertEquals("100", MarkdownTable.number(99.96));
        assertEquals("99.9", MarkdownTable.number(99.9));
        assertEquals("1.00", MarkdownTable.number(0.9996));
        assertEquals("0.123", MarkdownTable.number(0.1234));
        assertEquals("–", MarkdownTable.number(Double.NaN));
    }

    @Test
    void table_withARow_isMarkdown() {
        MarkdownTable table = new MarkdownTable("step", "ms");
        table.row("draw", 1.5);
        assertEquals("| step | ms |\n|---|---:|\n| draw | 1.50 |\n", table.toString());
    }

    @Test
    void row_withAnotherNumberOfCells_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MarkdownTable("step", "ms").row("draw"));
    }
}
