package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A request's body, read into memory and nowhere else.
 *
 * <p>No thread waits for it: clients that send slowly, however many they are, cost a connection and what they have
 * sent, and the slowest of them are evicted when memory runs short.
 */
final class RequestBody implements ReadListener, BodyMemoryBudget.Transfer, AutoCloseable {

    /** Bytes of a body over the limit that are read and discarded; after that, the connection is closed. */
    private static final long MAX_DISCARDED = 64L << 20;

    private static final int DISCARD_BUFFER = 1 << 18;
    /** An upload below this rate over {@link TransferRate#MAX_SECONDS} has stalled, bytes per second. */
    static final int MIN_RATE = 500;
    /**
     * What the slowest line in use carries over a long time (GPRS, 40 kbit/s), bytes per second. An upload that takes
     * {@link #GRACE} longer than it would on this line is not limited by its line.
     */
    private static final int MIN_MEAN_RATE = 5_000;
    /** Allows for interruptions of such a line, seconds. */
    private static final int GRACE = 60;

    private final CompletableFuture<RequestBody> complete = new CompletableFuture<>();
    private final TransferRate rate = new TransferRate();
    /** Held while the body is read, or ended by another thread. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ServletInputStream input;
    private final BodyMemoryBudget memory;
    private final long maxUpload;
    private final BodyBuffer buffer;
    private byte[] discarded;
    private volatile long received;
    /** Set when the body is complete or has failed; later events have no effect. */
    private boolean over;
    /** Why this body is being discarded, or null while it is kept. */
    private HttpErrorException error;

    private RequestBody(Context ctx, ServletInputStream input, long maxUpload, BodyMemoryBudget memory) {
        this.input = input;
        this.memory = memory;
        this.maxUpload = maxUpload;
        this.buffer = new BodyBuffer(memory, this, ctx.req().getContentLengthLong(), maxUpload);
    }

    /**
     * Reads the body of a request. Must be called after the request has become asynchronous.
     *
     * @return completes with the whole body; or with an {@link HttpErrorException} if the body is longer than
     *     {@code maxUpload} bytes, stalls, is interrupted, or is evicted when memory runs short
     */
    static CompletableFuture<RequestBody> read(Context ctx, long maxUpload, BodyMemoryBudget memory) {
        try {
            ServletInputStream input = ctx.req().getInputStream();
            RequestBody body = new RequestBody(ctx, input, maxUpload, memory);
            memory.begin(body);
            input.setReadListener(body);
            return body.complete;
        } catch (IOException interrupted) {
            return CompletableFuture.failedFuture(interruption(interrupted));
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        lock.lock();
        try {
            while (!over && input.isReady()) {
                int count = error == null ? keep() : input.read(discarded);
                if (count < 0) {
                    return;
                }
                received = received + count;
                rate.add(count);
                if (isStalled()) {
                    fail(HttpErrorException.stalled());
                } else if (received > maxUpload + MAX_DISCARDED) {
                    fail(error);
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

    /** Reads what has arrived into the buffer, or begins to discard the body if the buffer cannot take it. */
    private int keep() throws IOException {
        try {
            return buffer.read(input);
        } catch (HttpErrorException tooLarge) {
            discard(tooLarge);
            return 0;
        }
    }

    /** The rest is still read, since most clients do not read a response before they have sent everything. */
    private void discard(HttpErrorException reason) {
        close();
        error = reason;
        // Small and short-lived: not counted in the budget.
        discarded = new byte[DISCARD_BUFFER];
    }

    @Override
    public void onAllDataRead() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (error == null) {
                join();
            }
            if (error != null) {
                fail(error);
                return;
            }
            over = true;
        } finally {
            lock.unlock();
        }
        memory.end(this);
        complete.complete(this);
    }

    private void join() {
        try {
            buffer.join();
        } catch (HttpErrorException tooLarge) {
            discard(tooLarge);
        }
    }

    @Override
    public void onError(Throwable interrupted) {
        lock.lock();
        try {
            if (!over) {
                fail(interruption(interrupted));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Must be called with the lock held. */
    private void fail(HttpErrorException reason) {
        over = true;
        close();
        complete.completeExceptionally(reason);
    }

    private static HttpErrorException interruption(Throwable interrupted) {
        for (Throwable cause = interrupted; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof HttpException http && http.getCode() == HttpStatus.REQUEST_TIMEOUT_408) {
                return HttpErrorException.stalled();
            }
        }
        return HttpErrorException.badRequest("The upload was interrupted; send it again.");
    }

    @Override
    public TransferRate rate() {
        return rate;
    }

    @Override
    public long length() {
        return received;
    }

    /** Evicts this upload unless it is being read from at this moment, which is not slow. */
    @Override
    public boolean evict() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (over) {
                return false;
            }
            fail(HttpErrorException.evicted());
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the bytes of a complete body, from position 0 to the limit. */
    ByteBuffer bytes() {
        return buffer.bytes();
    }

    /** Releases the memory; the bytes must not be used afterwards. */
    @Override
    public void close() {
        memory.end(this);
        buffer.close();
    }
}
