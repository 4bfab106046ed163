package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;

/** Sends a body whose length is known, and what belongs to every answer. */
final class Answer {

    /** What is left of a refused upload is read and thrown away in pieces of this size, bytes. */
    private static final int PIECE = 1 << 16;
    /** More than this of it isn't read; the connection is closed instead, bytes. */
    private static final long MOST_DRAINED = 64L << 20;

    private Answer() {}

    static void send(Context ctx, HttpStatus status, String mediaType, byte[] body) {
        Exchange.of(ctx).answered(status.getCode(), body.length);
        ctx.status(status);
        ctx.contentType(mediaType);
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Length", Integer.toString(body.length));
        ctx.result(body);
    }

    /**
     * Sends the answer to a request whose body may not have been read, then reads what is left of it.
     *
     * <p>To close a connection while bytes are still coming in makes the peer's system throw away the answer, and to
     * keep it open without reading them would take them for the next request (RFC 9112, section 9.6).
     */
    static void sendAndDrain(Context ctx, HttpStatus status, String mediaType, byte[] body) throws IOException {
        send(ctx, status, mediaType, body);
        if (ctx.header("Expect") != null || ctx.req().getInputStream().isFinished()) {
            return;
        }
        Exchange.of(ctx).sendTimings(ctx);
        ctx.res().getOutputStream().write(body);
        ctx.res().flushBuffer();
        drain(ctx.req().getInputStream(), Exchange.of(ctx));
    }

    private static void drain(InputStream upload, Exchange exchange) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = MOST_DRAINED;
        int count = 0;
        while (count >= 0 && left > 0 && exchange.remaining() > 0) {
            count = upload.read(piece);
            left -= count;
        }
    }
}
