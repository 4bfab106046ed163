package io.eyegoogler.http;

import io.eyegoogler.Stage;
import io.eyegoogler.StageListener;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One request on its way: its id, how long each stage took, and what the log says of it in the end. */
final class RequestContext implements StageListener {

    static final String ID_HEADER = "X-Request-Id";
    static final String TIMING_HEADER = "Server-Timing";
    private static final String ATTRIBUTE = RequestContext.class.getName();
    private static final String QUEUE = "queue";
    /** A caller's own id is taken if it can do no harm in a log or a header. */
    static final Pattern HARMLESS_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String id;
    private final long arrived = System.nanoTime();
    /** Nanoseconds of each stage, in the order in which they ended. */
    private final Map<String, Long> stages = new LinkedHashMap<>();
    /** What the log says if nothing was answered at all. */
    private int status = 500;

    private volatile boolean aborted;
    /** For the log: bytes in and out, pixels, faces. */
    private final Map<String, Long> facts = new LinkedHashMap<>();

    private final List<Runnable> afterwards = new ArrayList<>();

    private RequestContext(String id) {
        this.id = id;
    }

    /** Starts the clock and sends the id with whatever the answer will be. */
    static RequestContext begin(Context ctx) {
        RequestContext exchange = new RequestContext(idFor(ctx.header(ID_HEADER)));
        ctx.attribute(ATTRIBUTE, exchange);
        ctx.header(ID_HEADER, exchange.id);
        return exchange;
    }

    /** The exchange that {@code ctx} belongs to. */
    static RequestContext of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    /** The caller's id if it can be taken, else a fresh one. */
    static String idFor(String callers) {
        return callers != null && HARMLESS_ID.matcher(callers).matches()
                ? callers
                : UUID.randomUUID().toString();
    }

    String id() {
        return id;
    }

    /** Nanoseconds since the request arrived. */
    long elapsed() {
        return System.nanoTime() - arrived;
    }

    /** Notes what the wait for a worker was. */
    void queued(long nanoseconds) {
        stages.put(QUEUE, nanoseconds);
    }

    void note(String fact, long value) {
        facts.put(fact, value);
    }

    /** Has something done when the last byte of the answer is out, or the client has gone. */
    void whenOver(Runnable work) {
        afterwards.add(work);
    }

    /** All of the answer is out, or the client has gone. */
    void over() {
        afterwards.forEach(Runnable::run);
    }

    void answered(int answeredStatus, long bytes) {
        status = answeredStatus;
        note("out", bytes);
    }

    /** The client left, or stopped reading, before it had all of the answer. */
    void aborted() {
        aborted = true;
    }

    /** The answer's status, or {@code aborted}. */
    String outcome() {
        return aborted ? "aborted" : Integer.toString(status);
    }

    Map<String, Long> stages() {
        return stages;
    }

    Map<String, Long> facts() {
        return facts;
    }

    @Override
    public <T> T around(Stage stage, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            stages.put(stage.name().toLowerCase(Locale.ROOT), System.nanoTime() - start);
        }
    }

    /** Sends the stages' times, in ms. */
    void sendTimings(Context ctx) {
        String total = timing("total", elapsed());
        String each = stages.entrySet().stream()
                .map(stage -> timing(stage.getKey(), stage.getValue()) + ", ")
                .collect(Collectors.joining());
        ctx.header(TIMING_HEADER, each + total);
    }

    static String timing(String stage, long nanoseconds) {
        return String.format(Locale.ROOT, "%s;dur=%.1f", stage, nanoseconds / 1e6);
    }
}
