package io.eyegoogler.http;

import io.eyegoogler.Stage;
import io.eyegoogler.StageListener;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** What is known of a request while it is processed: its id, the time of each stage, and facts for the log. */
final class RequestContext implements StageListener {

    static final String ID_HEADER = "X-Request-Id";
    static final String TIMING_HEADER = "Server-Timing";
    private static final String ATTRIBUTE = RequestContext.class.getName();
    private static final String QUEUE = "queue";
    /** A client's id is used if it is safe in a log and in a header. */
    static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String id;
    private final Optional<TraceParent> trace;
    /** On the clock of {@link System#nanoTime}. */
    private final long arrival;
    /** Nanoseconds per stage, in the order in which the stages ended. */
    private final Map<String, Long> stages = new LinkedHashMap<>();
    /** The status that is logged if nothing was sent at all. */
    private int status = 500;

    private volatile boolean aborted;
    /** Facts for the log: bytes in and out, pixels, faces. */
    private final Map<String, Long> facts = new LinkedHashMap<>();

    /** The style of the eyes, for the log; null where none are drawn. */
    private String style;

    private final List<Runnable> completionActions = new ArrayList<>();

    private RequestContext(String clientId, Optional<TraceParent> trace, long arrival) {
        this.id = clientId != null && SAFE_ID.matcher(clientId).matches()
                ? clientId
                : UUID.randomUUID().toString();
        this.trace = trace;
        this.arrival = arrival;
    }

    /** Starts the clock, and adds the id to the response, whatever the response will be. */
    static RequestContext begin(Context ctx) {
        List<String> traces = Collections.list(ctx.req().getHeaders(TraceParent.HEADER));
        RequestContext context = new RequestContext(ctx.header(ID_HEADER), TraceParent.of(traces), System.nanoTime());
        ctx.attribute(ATTRIBUTE, context);
        ctx.header(ID_HEADER, context.id);
        return context;
    }

    /** Creates the context of a request that Jetty rejected. */
    static RequestContext ofRejected(Request request) {
        HttpFields headers = request.getHeaders();
        return new RequestContext(
                headers.get(ID_HEADER),
                TraceParent.of(headers.getValuesList(TraceParent.HEADER)),
                request.getBeginNanoTime());
    }

    /** Returns the context of the request that {@code ctx} belongs to. */
    static RequestContext of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    String id() {
        return id;
    }

    /** Returns the caller's trace, if it sent a valid one. */
    Optional<TraceParent> trace() {
        return trace;
    }

    /** Returns the time since the request arrived, nanoseconds. */
    long elapsed() {
        return System.nanoTime() - arrival;
    }

    /** Records how long the request waited for a worker. */
    void queued(long nanoseconds) {
        stages.put(QUEUE, nanoseconds);
    }

    /** Records a fact for the log. */
    void put(String fact, long value) {
        facts.put(fact, value);
    }

    /** Records the style of eyes that have none of their own, for the log. */
    void style(String name) {
        style = name;
    }

    Optional<String> style() {
        return Optional.ofNullable(style);
    }

    /** Adds an action that runs when the last byte of the response has been sent, or the client has gone. */
    void onCompletion(Runnable action) {
        completionActions.add(action);
    }

    /** Runs the actions of {@link #onCompletion}. */
    void complete() {
        completionActions.forEach(Runnable::run);
    }

    /** Records the status and the length of the response. */
    void answered(int responseStatus, long bytes) {
        status = responseStatus;
        put("out", bytes);
    }

    /** Records that the client left, or stopped reading, before it had the whole response. */
    void abort() {
        aborted = true;
    }

    boolean isAborted() {
        return aborted;
    }

    /** Returns the status of the response, 500 if there was none. */
    int status() {
        return status;
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

    /** Returns the value of a {@code Server-Timing} header: the time of each stage and in all, ms. */
    String timings() {
        String each = stages.entrySet().stream()
                .map(stage -> timing(stage.getKey(), stage.getValue()) + ", ")
                .collect(Collectors.joining());
        return each + timing("total", elapsed());
    }

    private static String timing(String stage, long nanoseconds) {
        // String.format here would keep the JIT compiler busy for half a second.
        return stage + ";dur=" + milliseconds(nanoseconds);
    }

    /** Returns milliseconds, rounded to one decimal. */
    static double milliseconds(long nanoseconds) {
        return Math.round(nanoseconds / 1e5) / 10.0;
    }
}
