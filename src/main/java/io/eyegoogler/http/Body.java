package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/**
 * A request's body, read into memory and into nothing else.
 *
 * <p>No thread waits for it: however many clients send slowly, they hold a connection and what they have sent.
 */
final class Body implements ReadListener, AutoCloseable {

    /** The first piece of memory for a body, bytes; it doubles while the body goes on. */
    private static final int PIECE = 1 << 16;
    /** So much of a body that is too long is read and thrown away; beyond, the connection is closed, bytes. */
    private static final long MOST_DISCARDED = 64L << 20;
    /** After so many seconds, an upload that has brought less than the slowest rate is as good as stalled. */
    private static final double PATIENCE = 10;
    /** Bytes a second: a tenth of what the slowest mobile line brings (GPRS, 40 kbit/s). */
    static final int SLOWEST = 500;
    private static final int REQUEST_TIMEOUT = 408;

    private final CompletableFuture<Body> complete = new CompletableFuture<>();
    private final ServletInputStream input;
    private final long announced;
    private final long maxUpload;
    private final BodyMemory memory;
    private final long start = System.nanoTime();
    private byte[] bytes = {};
    private int length;
    private long received;
    /** Why this body isn't kept, or null while it is. */
    private Refusal refusal;

    private Body(ServletInputStream input, long announced, long maxUpload, BodyMemory memory) {
        this.input = input;
        this.announced = announced;
        this.maxUpload = maxUpload;
        this.memory = memory;
    }

    /**
     * The body when all of it has come; fails with a {@link Refusal} if it is longer than {@code maxUpload} bytes,
     * stalls or breaks off. To be called once the request is asynchronous.
     */
    static CompletableFuture<Body> read(Context ctx, long maxUpload, BodyMemory memory) {
        try {
            ServletInputStream input = ctx.req().getInputStream();
            Body body = new Body(input, ctx.req().getContentLengthLong(), maxUpload, memory);
            input.setReadListener(body);
            return body.complete;
        } catch (IOException broken) {
            return CompletableFuture.failedFuture(refusal(broken));
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!complete.isDone() && input.isReady()) {
            int count = refusal == null ? keep() : input.read(bytes);
            if (count < 0) {
                return;
            }
            received += count;
            double seconds = (System.nanoTime() - start) / 1e9;
            if (seconds > PATIENCE && received < SLOWEST * seconds) {
                fail(Refusal.stalled());
            } else if (received > maxUpload + MOST_DISCARDED) {
                fail(refusal);
            }
        }
    }

    /** Reads what has come and keeps it, or begins to throw away what comes. */
    private int keep() throws IOException {
        try {
            if (length > maxUpload) {
                throw Refusal.tooLarge(maxUpload);
            }
            if (length == bytes.length) {
                grow();
            }
            int count = input.read(bytes, length, bytes.length - length);
            length += Math.max(count, 0);
            return count;
        } catch (Refusal refused) {
            discard(refused);
        } catch (OutOfMemoryError full) {
            discard(Refusal.unavailable(Refusal.Reason.MEMORY));
        }
        return 0;
    }

    /** The sender hears of a refusal only when all is sent: most clients don't listen before. */
    private void discard(Refusal refused) {
        close();
        refusal = refused;
        // Small, and soon gone: not worth being counted.
        bytes = new byte[PIECE];
    }

    /** To what was announced, but no further ahead of what has come than that again. */
    private void grow() {
        long most = announced > length ? announced : maxUpload + 1;
        resize((int) Math.min(most, Math.max(PIECE, 2L * length)));
    }

    private void resize(int size) {
        long more = (long) size - bytes.length;
        memory.take(more);
        try {
            bytes = Arrays.copyOf(bytes, size);
        } catch (OutOfMemoryError full) {
            memory.giveBack(more);
            throw full;
        }
    }

    @Override
    public void onAllDataRead() {
        try {
            if (refusal == null && length > maxUpload) {
                discard(Refusal.tooLarge(maxUpload));
            }
            if (refusal == null) {
                resize(length);
            }
        } catch (OutOfMemoryError full) {
            fail(Refusal.unavailable(Refusal.Reason.MEMORY));
            return;
        }
        if (refusal == null) {
            complete.complete(this);
        } else {
            fail(refusal);
        }
    }

    @Override
    public void onError(Throwable broken) {
        fail(refusal(broken));
    }

    private void fail(Refusal why) {
        close();
        complete.completeExceptionally(why);
    }

    private static Refusal refusal(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof HttpException http && http.getCode() == REQUEST_TIMEOUT) {
                return Refusal.stalled();
            }
        }
        return Refusal.badRequest("The upload broke off; send it again.");
    }

    byte[] bytes() {
        return bytes;
    }

    /** Gives the memory back; the bytes may not be used any more. */
    @Override
    public void close() {
        if (refusal == null) {
            memory.giveBack(bytes.length);
        }
        bytes = new byte[0];
        length = 0;
    }
}
