package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;

/** Sends a body whose length is known, and what belongs to every answer. */
final class Responses {

    private Responses() {}

    static void send(Context ctx, HttpStatus status, String mediaType, byte[] body) {
        send(ctx, status, mediaType, "no-store", body);
    }

    /** Sends what may be kept for {@code age}, because it is the same for everybody. */
    static void sendToKeep(Context ctx, Duration age, String mediaType, byte[] body) {
        send(ctx, HttpStatus.OK, mediaType, maxAge(age), body);
    }

    /** What a browser shows as a page, or loads for one, is of the type that it says, and tells nobody where it was. */
    static void harden(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
    }

    static String maxAge(Duration age) {
        return "max-age=" + age.toSeconds();
    }

    /** Has {@code memory} count {@code body} until its reader has all of it; before any of its headers is set. */
    static void hold(Context ctx, byte[] body, BodyMemoryBudget memory) {
        memory.take(body.length, null);
        RequestContext.of(ctx).whenOver(() -> memory.giveBack(body.length));
    }

    /** Sends what {@code memory} {@linkplain #hold holds} and may end. */
    static void sendHeld(Context ctx, String mediaType, byte[] body, BodyMemoryBudget memory) {
        head(ctx, HttpStatus.OK, mediaType, "no-store", body);
        ctx.future(() -> AsyncResponseWriter.send(ctx, body, memory));
    }

    private static void send(Context ctx, HttpStatus status, String mediaType, String caching, byte[] body) {
        head(ctx, status, mediaType, caching, body);
        ctx.future(() -> AsyncResponseWriter.send(ctx, body));
    }

    /** Sets status and headers. */
    static void head(Context ctx, HttpStatus status, String mediaType, String caching, byte[] body) {
        RequestContext exchange = RequestContext.of(ctx);
        exchange.answered(status.getCode(), body.length);
        ctx.status(status);
        ctx.contentType(mediaType);
        ctx.header("Cache-Control", caching);
        ctx.header("Content-Length", Integer.toString(body.length));
        exchange.sendTimings(ctx);
    }
}
