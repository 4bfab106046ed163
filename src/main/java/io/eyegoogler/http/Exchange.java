package io.eyegoogler.http;

import io.eyegoogler.Stage;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One request on its way: its id, its deadline, and how long each stage of it took. */
final class Exchange implements Stage.Observer {

    static final String ID_HEADER = "X-Request-Id";
    private static final String TIMING_HEADER = "Server-Timing";
    private static final String ATTRIBUTE = Exchange.class.getName();
    private static final String QUEUE = "queue";
    /** A caller's own id is taken if it can do no harm in a log or a header. */
    private static final Pattern HARMLESS_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String id;
    private final long arrived = System.nanoTime();
    private final long timeout;
    /** Nanoseconds of each stage, in the order in which they ended. */
    private final Map<String, Long> stages = new LinkedHashMap<>();

    private Exchange(String id, Duration timeout) {
        this.id = id;
        this.timeout = timeout.toNanos();
    }

    /** Starts the clock and sends the id with whatever the answer will be. */
    static void begin(Context ctx, Duration timeout) {
        Exchange exchange = new Exchange(idFor(ctx.header(ID_HEADER)), timeout);
        ctx.attribute(ATTRIBUTE, exchange);
        ctx.header(ID_HEADER, exchange.id);
    }

    /** The exchange that {@code ctx} belongs to. */
    static Exchange of(Context ctx) {
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

    /** Nanoseconds until the answer is due; negative once that is past. */
    long remaining() {
        return timeout - (System.nanoTime() - arrived);
    }

    /** Notes what the wait for a worker was. */
    void queued(long nanoseconds) {
        stages.put(QUEUE, nanoseconds);
    }

    /** Does the work of a stage, unless the answer is overdue already. */
    @Override
    public <T> T around(Stage stage, Supplier<T> work) {
        if (remaining() < 0) {
            throw Refusal.overloaded("The service couldn't answer in time; try again in a moment.");
        }
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            stages.put(stage.name().toLowerCase(Locale.ROOT), System.nanoTime() - start);
        }
    }

    /** Sends the stages' times, in ms. */
    static void end(Context ctx) {
        Exchange exchange = of(ctx);
        if (exchange != null) {
            exchange.stages.put("total", System.nanoTime() - exchange.arrived);
            ctx.header(TIMING_HEADER, exchange.timings());
        }
    }

    private String timings() {
        return stages.entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s;dur=%.1f", stage.getKey(), stage.getValue() / 1e6))
                .collect(Collectors.joining(", "));
    }
}
