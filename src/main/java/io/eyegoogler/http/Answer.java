package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Sends a body whose length is known, and what belongs to every answer. */
final class Answer {

    private Answer() {}

    static void send(Context ctx, HttpStatus status, String mediaType, byte[] body) {
        Exchange.of(ctx).answered(status.getCode(), body.length);
        ctx.status(status);
        ctx.contentType(mediaType);
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Length", Integer.toString(body.length));
        ctx.result(body);
    }
}
