package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.HttpException;

/**
 * A request's body, read into memory and into nothing else.
 *
 * <p>No thread waits for it: however many clients send slowly, they hold a connection and what they have sent, and of
 * these the slowest go when memory is short.
 */
final class Body implements ReadListener, BodyMemory.Transfer, AutoCloseable {

    /** The first piece of memory for a body, bytes; it doubles while the body goes on. */
    private static final int PIECE = 1 << 16;
    /** So much of a body that is too long is read and thrown away; beyond, the connection is closed, bytes. */
    private static final long MAX_DISCARDED = 64L << 20;
    /** An upload that brings less than this over {@link TransferRate#MAX_SECONDS} has stalled, bytes a second. */
    static final int MIN_RATE = 500;
    /**
     * What the slowest line in use brings over long (GPRS, 40 kbit/s), bytes a second: an upload that needs longer than
     * this line would, and a minute, isn't limited by its line.
     */
    private static final int MIN_MEAN_RATE = 5_000;
    /** For what such a line stands still now and then, s. */
    private static final int GRACE = 60;

    private static final int REQUEST_TIMEOUT = 408;

    private final CompletableFuture<Body> complete = new CompletableFuture<>();
    private final TransferRate rate = new TransferRate();
    /** Held while the body is read, or ended by somebody else. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ServletInputStream input;
    private final long announced;
    private final long maxUpload;
    private final BodyMemory memory;
    private byte[] bytes = {};
    private int length;
    private long received;
    /** Why this body isn't kept, or null while it is. */
    private Refusal refusal;

    private Body(Context ctx, ServletInputStream input, long maxUpload, BodyMemory memory) {
        this.input = input;
        this.announced = ctx.req().getContentLengthLong();
        this.maxUpload = maxUpload;
        this.memory = memory;
    }

    /**
     * The body when all of it has come; fails with a {@link Refusal} if it is longer than {@code maxUpload} bytes,
     * stalls or breaks off, or is the slowest when memory is short. To be called once the request is asynchronous.
     */
    static CompletableFuture<Body> read(Context ctx, long maxUpload, BodyMemory memory) {
        try {
            ServletInputStream input = ctx.req().getInputStream();
            Body body = new Body(ctx, input, maxUpload, memory);
            memory.begin(body);
            input.setReadListener(body);
            return body.complete;
        } catch (IOException broken) {
            return CompletableFuture.failedFuture(refusal(broken));
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        lock.lock();
        try {
            while (!complete.isDone() && input.isReady()) {
                int count = refusal == null ? keep() : input.read(bytes);
                if (count < 0) {
                    return;
                }
                received += count;
                rate.add(count);
                if (isStalled()) {
                    fail(Refusal.stalled());
                } else if (received > maxUpload + MAX_DISCARDED) {
                    fail(refusal);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isStalled() {
        double age = rate.age();
        return age > TransferRate.MAX_SECONDS && rate.perSecond(TransferRate.MAX_SECONDS) < MIN_RATE
                || age > GRACE + (double) received / MIN_MEAN_RATE;
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
        long wanted = announced > length ? announced : maxUpload + 1;
        resize((int) Math.min(wanted, Math.max(PIECE, 2L * length)));
    }

    /** For a moment there are both arrays. */
    private void resize(int size) {
        memory.take(size, this);
        byte[] old = bytes;
        try {
            bytes = Arrays.copyOf(old, size);
            memory.giveBack(old.length);
        } catch (OutOfMemoryError full) {
            memory.giveBack(size);
            throw full;
        }
    }

    @Override
    public void onAllDataRead() {
        lock.lock();
        try {
            if (refusal == null && length > maxUpload) {
                discard(Refusal.tooLarge(maxUpload));
            }
            if (refusal == null && bytes.length - length > PIECE) {
                resize(length);
            }
        } catch (Refusal refused) {
            discard(refused);
        } catch (OutOfMemoryError full) {
            discard(Refusal.unavailable(Refusal.Reason.MEMORY));
        } finally {
            lock.unlock();
        }
        if (refusal == null) {
            memory.end(this);
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

    @Override
    public TransferRate rate() {
        return rate;
    }

    /** An upload that is being read from just now isn't slow. */
    @Override
    public boolean evict() {
        if (complete.isDone() || !lock.tryLock()) {
            return false;
        }
        try {
            fail(Refusal.slowest());
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The bytes, from position 0 to the limit. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** Gives the memory back; the bytes may not be used any more. */
    @Override
    public void close() {
        memory.end(this);
        if (refusal == null) {
            memory.giveBack(bytes.length);
        }
        bytes = new byte[0];
        length = 0;
    }
}
