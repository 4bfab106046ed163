package io.eyegoogler.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads what is left of an upload that was refused before it was read, after the answer is sent.
 *
 * <p>To close a connection while bytes are still coming in makes the peer's system throw away the answer (RFC 9112, section
 * 9.6), so the last of them are awaited for a moment.
 */
final class LingeringClose {

    /** Threads that do this at once; further connections are closed. A quarter of the server's. */
    private static final int MOST_AT_ONCE = 50;

    private static final int PIECE = 1 << 16;
    /** Bytes, and nanoseconds, after which the connection is closed all the same. */
    private static final long MOST_BYTES = 64L << 20;

    private static final long LONGEST = 2_000_000_000L;

    private final Semaphore threads = new Semaphore(MOST_AT_ONCE);

    /**
     * Sends {@code body}, with the headers that are set, now, if there is an upload left to be read.
     *
     * @return whether that was so
     */
    boolean sendAndDrain(Context ctx, byte[] body) throws IOException {
        if (ctx.req().isAsyncStarted()) {
            return false;
        }
        boolean upload = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        // To ask for its stream would tell a client that waits for "100 Continue" to send the upload.
        boolean waits = ctx.header("Expect") != null;
        if (!upload || !waits && ctx.req().getInputStream().isFinished()) {
            return false;
        }
        // So that the client doesn't send its next request on a connection that may be closed under it.
        ctx.header("Connection", "close");
        if (waits || !threads.tryAcquire()) {
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
        byte[] piece = new byte[PIECE];
        long end = System.nanoTime() + LONGEST;
        long left = MOST_BYTES;
        int count = 0;
        while (count >= 0 && left > 0 && System.nanoTime() < end) {
            count = upload.read(piece);
            left -= count;
        }
    }
}
