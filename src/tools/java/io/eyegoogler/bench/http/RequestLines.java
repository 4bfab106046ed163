package io.eyegoogler.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the service's log says of the photos that it was sent. */
final class RequestLines {

    /** A request for googly eyes, its status and its time, as text or as JSON. */
    private static final Pattern REQUEST =
            Pattern.compile("\\bpath\\W+eyegoogler\\b.*\\bstatus\\W+(\\d+).*\\btotal_ms\\W+([\\d.]+)");

    private final Path log;
    /** Lines that have been read. */
    private long read;

    RequestLines(Path log) {
        this.log = log;
    }

    /**
     * A request.
     *
     * @param ms from its arrival until the last byte of the answer was out
     */
    record Line(int status, double ms) {}

    /** Those written since the last call. */
    List<Line> next() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> more = lines.skip(read).toList();
            read += more.size();
            return more.stream()
                    .flatMap(line -> REQUEST.matcher(line).results())
                    .map(RequestLines::line)
                    .toList();
        }
    }

    private static Line line(MatchResult request) {
        return new Line(Integer.parseInt(request.group(1)), Double.parseDouble(request.group(2)));
    }
}
