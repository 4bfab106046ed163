package io.eyegoogler.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack trace in a log.
 *
 * @param request the number of the request that the log line names, if any
 * @param text the log line and the first lines of the trace
 */
record StackTrace(OptionalLong request, String text) {

    private static final Pattern ID = Pattern.compile("fuzz-(\\d+)");
    private static final int SHOWN_LINES = 6;

    /** Finds all stack traces in a log. */
    static List<StackTrace> findAll(Path log) throws IOException {
        List<String> lines =
                List.of(Files.readString(log, StandardCharsets.ISO_8859_1).split("\n"));
        List<StackTrace> traces = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (isFrame(lines.get(i)) && !isFrame(lines.get(i - 1))) {
                int from = Math.max(0, i - 2);
                String text = String.join("\n", lines.subList(from, Math.min(lines.size(), i + SHOWN_LINES)));
                Matcher id = ID.matcher(text);
                traces.add(new StackTrace(
                        id.find() ? OptionalLong.of(Long.parseLong(id.group(1))) : OptionalLong.empty(), text));
            }
        }
        return traces;
    }

    private static boolean isFrame(String line) {
        return line.startsWith("\tat ");
    }
}
