package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.ChangeResult;
import java.util.List;

/** What was found in the photos changed, as a table of plain text. */
public final class ChangesTable {

    private ChangesTable() {}

    public static String of(List<ChangeResult> results) {
        TextTable table = new TextTable();
        table.row(List.of("Photos", "faces", "found", "eyes right", "of those right as they are", "false alarms"));
        for (ChangeResult result : results) {
            table.row(List.of(
                    result.change(),
                    String.valueOf(result.faces()),
                    String.valueOf(result.found()),
                    String.valueOf(result.right()),
                    String.valueOf(result.kept()),
                    String.valueOf(result.falseAlarms())));
        }
        return table.toString();
    }
}
