package io.eyegoogler.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLinesTest {

    private static final String START = "2026-11-25T16:34:40.867Z INFO  EyeGoogler serves on http://127.0.0.1:8000\n";
    private static final String TEXT =
            "2026-11-25T16:34:44.867Z INFO  request id=a method=POST path=/eyegoogler status=200 in=9 total_ms=12.5\n";
    private static final String OTHER =
            "2026-11-25T16:34:44.867Z INFO  request id=b method=POST path=/faces status=200 in=9 total_ms=9.0\n";
    private static final String JSON =
            "{\"kvpList\": [{\"id\":\"c\"},{\"method\":\"POST\"},{\"path\":\"\\/eyegoogler\"},"
                    + "{\"status\":\"503\"},{\"total_ms\":\"0.3\"}],\"formattedMessage\":\"request\"}\n";

    @Test
    void next_ofEitherFormat_hasTheNewRequestsForGooglyEyes(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("log"), START + TEXT + OTHER);
        RequestLines lines = new RequestLines(log);
        assertEquals(List.of(new RequestLines.Line(200, 12.5)), lines.next());
        Files.writeString(log, JSON, StandardOpenOption.APPEND);
        assertEquals(List.of(new RequestLines.Line(503, 0.3)), lines.next());
    }
}
