package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;

/** Sends responses of known length, with the headers that every response has. */
final class Responses {

    static final String JSON = "application/json";
    static final String NO_STORE = "no-store";

    private Responses() {}

    /** Sends a response without a body. */
    static void sendNothing(Context ctx, HttpStatus status) {
        RequestContext context = RequestContext.of(ctx);
        context.answered(status.getCode(), 0);
        ctx.status(status);
        ctx.header("Cache-Control", NO_STORE);
        ctx.header(RequestContext.TIMING_HEADER, context.timings());
    }

    static void send(Context ctx, HttpStatus status, String mediaType, byte[] body) {
        send(ctx, status, mediaType, NO_STORE, body);
    }

    /** Sends a response that caches may keep for {@code age}, because it is the same for everyone. */
    static void sendCacheable(Context ctx, Duration age, String mediaType, byte[] body) {
        send(ctx, HttpStatus.OK, mediaType, maxAge(age), body);
    }

    /** Adds headers for a page, and what a page loads: no guessing of types, no referrer. */
    static void harden(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
    }

    static String maxAge(Duration age) {
        return "max-age=" + age.toSeconds();
    }

    /** Counts a body of {@code length} bytes until it has been sent; must be called before any header is set. */
    static void reserve(Context ctx, long length, BodyMemoryBudget memory) {
        memory.take(length, null);
        RequestContext.of(ctx).onCompletion(() -> memory.giveBack(length));
    }

    /** Sends a body that has been {@linkplain #reserve reserved} in {@code memory}, which may evict it. */
    static void sendReserved(Context ctx, String mediaType, byte[] body, BodyMemoryBudget memory) {
        setHead(ctx, HttpStatus.OK, mediaType, NO_STORE, body);
        ctx.future(() -> AsyncResponseWriter.send(ctx, body, memory));
    }

    private static void send(Context ctx, HttpStatus status, String mediaType, String cacheControl, byte[] body) {
        setHead(ctx, status, mediaType, cacheControl, body);
        ctx.future(() -> AsyncResponseWriter.send(ctx, body));
    }

    /** Sets status and headers. */
    static void setHead(Context ctx, HttpStatus status, String mediaType, String cacheControl, byte[] body) {
        RequestContext context = RequestContext.of(ctx);
        context.answered(status.getCode(), body.length);
        ctx.status(status);
        ctx.contentType(mediaType);
        ctx.header("Cache-Control", cacheControl);
        ctx.header("Content-Length", Integer.toString(body.length));
        ctx.header(RequestContext.TIMING_HEADER, context.timings());
    }
}
