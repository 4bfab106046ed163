package io.eyegoogler.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads the rest of an upload that was rejected before it was read, after the response is sent.
 *
 * <p>Closing a connection while bytes still arrive makes the client's operating system discard the response (RFC 9112,
 * section 9.6), so the server keeps reading for a moment.
 */
final class LingeringClose {

    /** Threads that may do this at once, a quarter of the spare ones; further connections are closed. */
    private static final int MAX_THREADS = 50;

    private static final int CHUNK = 1 << 16;
    /** Bytes after which the connection is closed anyway. */
    private static final long MAX_BYTES = 64L << 20;
    /** Time after which the connection is closed anyway, ns. */
    private static final long MAX_TIME = 2_000_000_000L;

    private final Semaphore threads = new Semaphore(MAX_THREADS);

    /**
     * Sends {@code body} with the headers that are set, and reads the rest of the upload, if there is any.
     *
     * @return false if nothing was sent
     */
    boolean sendAndDrain(Context ctx, byte[] body) throws IOException {
        if (ctx.req().isAsyncStarted()) {
            return false;
        }
        boolean upload = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        // Opening the stream would ask a client that waits for "100 Continue" to send the upload.
        boolean expectsContinue = ctx.header("Expect") != null;
        if (!upload || !expectsContinue && ctx.req().getInputStream().isFinished()) {
            return false;
        }
        // The client must not send its next request on a connection that is about to be closed.
        ctx.header("Connection", "close");
        if (expectsContinue || !threads.tryAcquire()) {
            return false;
        }
        try {
            ctx.res().getOutputStream().write(body);
            ctx.res().flushBuffer();
            drain(ctx.req().getInputStream());
            return true;
        } finally {
            threads.release();
        }
    }

    private static void drain(InputStream upload) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long deadline = System.nanoTime() + MAX_TIME;
        long remaining = MAX_BYTES;
        int count = 0;
        while (count >= 0 && remaining > 0 && System.nanoTime() < deadline) {
            count = upload.read(chunk);
            remaining -= count;
        }
    }
}
