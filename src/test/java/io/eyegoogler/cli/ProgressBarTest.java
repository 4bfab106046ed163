package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter screen = new StringWriter();
    private final PrintWriter terminal = new PrintWriter(screen);

    @Test
    void totalThatComesLater_turnsTheCountIntoABar() {
        ProgressBar bar = new ProgressBar(ProgressBar.UNKNOWN, true, terminal);

        bar.advance();
        assertTrue(screen.toString().endsWith("\r\u001b[K1 done"), screen.toString());
        bar.setTotal(3);
        assertTrue(screen.toString().endsWith("[##########--------------------] 1/3"), screen.toString());
        for (int i = 0; i < 4; i++) {
            bar.advance();
        }
        assertTrue(screen.toString().endsWith("[##############################] 5/3"), "Photos that came meanwhile");
    }

    @Test
    void longStep_fillsItsPartOfTheBar_andSaysHowLongTheRestTakes() {
        ProgressBar bar = new ProgressBar(2, true, terminal);
        bar.advance();

        bar.begin();
        bar.setShare(0.5);

        String drawn = screen.toString().substring(screen.toString().lastIndexOf('\r'));
        assertTrue(drawn.matches("\r\u001b\\[K\\[#{22}-{8}\\] 1/2 50 %, \\d+:\\d\\d left"), drawn);
    }

    @Test
    void line_cannotCommandTheTerminal() {
        ProgressBar bar = new ProgressBar(1, false, terminal);

        bar.println("a\u001b]0;title\u0007\n\u009b2J.jpg: No face found.");

        assertEquals("a?]0;title???2J.jpg: No face found.\n", screen.toString());
    }

    @Test
    void path_isPrintedAsItIs_betweenBars() {
        ProgressBar bar = new ProgressBar(2, true, terminal);

        bar.print(new PrintWriter(screen), "a\nb.png\0");

        assertEquals("\r\u001b[Ka\nb.png\0\r\u001b[K[" + "-".repeat(30) + "] 0/2", screen.toString());
    }
}
