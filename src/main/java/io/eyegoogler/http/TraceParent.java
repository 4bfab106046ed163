package io.eyegoogler.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The trace that a request belongs to, by its header {@code traceparent} (W3C Trace Context, section 3.2).
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits: the caller's span
 */
record TraceParent(String traceId, String spanId) {

    static final String HEADER = "traceparent";

    private static final String IDS = "-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}";
    private static final Pattern VERSION_0 = Pattern.compile("00" + IDS);
    /** May have more after the flags; there is no version ff. */
    private static final Pattern LATER_VERSION = Pattern.compile("(?!00|ff)[0-9a-f]{2}" + IDS + "(-.*)?");

    /** Returns the trace of a request with these values of the header; empty unless there is one, and it is valid. */
    static Optional<TraceParent> of(List<String> values) {
        if (values.size() != 1) {
            return Optional.empty();
        }
        String value = values.get(0).strip();
        return Stream.of(VERSION_0, LATER_VERSION)
                .map(version -> version.matcher(value))
                .filter(Matcher::matches)
                .map(valid -> new TraceParent(valid.group(1), valid.group(2)))
                .findFirst();
    }
}
