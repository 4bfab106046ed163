package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
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
final class RequestBody implements ReadListener, BodyMemoryBudget.Transfer, AutoCloseable {

    /** Memory for a body is taken in pieces of so many bytes, so that what was only announced costs nothing. */
    private static final int PIECE = 1 << 18;
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

    private final CompletableFuture<RequestBody> complete = new CompletableFuture<>();
    private final TransferRate rate = new TransferRate();
    /** Held while the body is read, or ended by somebody else. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ServletInputStream input;
    private final long announced;
    private final long maxUpload;
    private final BodyMemoryBudget memory;
    private final List<byte[]> full = new ArrayList<>();
    /** The last piece; of a complete body, all of it. */
    private byte[] bytes = {};
    /** Bytes that are used of the last piece. */
    private int used;

    private volatile long received;
    /** Complete or failed: what comes after that has no effect. */
    private boolean over;
    /** Why this body isn't kept, or null while it is. */
    private HttpErrorException refusal;

    private RequestBody(Context ctx, ServletInputStream input, long maxUpload, BodyMemoryBudget memory) {
        this.input = input;
        this.announced = ctx.req().getContentLengthLong();
        this.maxUpload = maxUpload;
        this.memory = memory;
    }

    /**
     * The body when all of it has come; fails with a {@link HttpErrorException} if it is longer than {@code maxUpload} bytes,
     * stalls or breaks off, or is the slowest when memory is short. To be called once the request is asynchronous.
     */
    static CompletableFuture<RequestBody> read(Context ctx, long maxUpload, BodyMemoryBudget memory) {
        try {
            ServletInputStream input = ctx.req().getInputStream();
            RequestBody body = new RequestBody(ctx, input, maxUpload, memory);
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
            while (!over && input.isReady()) {
                int count = refusal == null ? keep() : input.read(bytes);
                if (count < 0) {
                    return;
                }
                received = received + count;
                rate.add(count);
                if (isStalled()) {
                    fail(HttpErrorException.stalled());
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
            if (received > maxUpload) {
                throw HttpErrorException.tooLarge(maxUpload);
            }
            if (used == bytes.length) {
                grow();
            }
            int count = input.read(bytes, used, bytes.length - used);
            used += Math.max(count, 0);
            return count;
        } catch (HttpErrorException refused) {
            discard(refused);
        } catch (OutOfMemoryError full) {
            discard(HttpErrorException.unavailable(HttpErrorException.Reason.MEMORY));
        }
        return 0;
    }

    /** The sender hears of a refusal only when all is sent: most clients don't listen before. */
    private void discard(HttpErrorException refused) {
        close();
        refusal = refused;
        // Small, and soon gone: not worth being counted.
        bytes = new byte[PIECE];
    }

    private void grow() {
        int size = (int) Math.min(PIECE, announced > received ? announced - received : maxUpload + 1 - received);
        memory.take(size, this);
        byte[] piece = allocated(size);
        if (bytes.length > 0) {
            full.add(bytes);
        }
        bytes = piece;
        used = 0;
    }

    /** A new array, whose memory has been taken. */
    private byte[] allocated(int size) {
        try {
            return new byte[size];
        } catch (OutOfMemoryError none) {
            memory.giveBack(size);
            throw none;
        }
    }

    /** Puts the pieces together; one body at a time, since for that moment it takes twice its length. */
    private void join() {
        synchronized (memory) {
            int length = (int) received;
            memory.take(length, this);
            byte[] whole = allocated(length);
            int at = 0;
            for (byte[] piece : full) {
                System.arraycopy(piece, 0, whole, at, piece.length);
                at += piece.length;
            }
            System.arraycopy(bytes, 0, whole, at, used);
            release();
            bytes = whole;
            used = length;
        }
    }

    @Override
    public void onAllDataRead() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (refusal == null) {
                finish();
            }
            if (refusal != null) {
                fail(refusal);
                return;
            }
            over = true;
        } finally {
            lock.unlock();
        }
        memory.end(this);
        complete.complete(this);
    }

    private void finish() {
        try {
            if (received > maxUpload) {
                throw HttpErrorException.tooLarge(maxUpload);
            }
            if (used < received) {
                join();
            }
        } catch (HttpErrorException refused) {
            discard(refused);
        } catch (OutOfMemoryError none) {
            discard(HttpErrorException.unavailable(HttpErrorException.Reason.MEMORY));
        }
    }

    @Override
    public void onError(Throwable broken) {
        lock.lock();
        try {
            if (!over) {
                fail(refusal(broken));
            }
        } finally {
            lock.unlock();
        }
    }

    /** To be called with the lock held. */
    private void fail(HttpErrorException why) {
        over = true;
        close();
        complete.completeExceptionally(why);
    }

    private static HttpErrorException refusal(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof HttpException http && http.getCode() == REQUEST_TIMEOUT) {
                return HttpErrorException.stalled();
            }
        }
        return HttpErrorException.badRequest("The upload broke off; send it again.");
    }

    @Override
    public TransferRate rate() {
        return rate;
    }

    @Override
    public long length() {
        return received;
    }

    /** An upload that is being read from just now isn't slow. */
    @Override
    public boolean evict() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (over) {
                return false;
            }
            fail(HttpErrorException.slowest());
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The bytes, from position 0 to the limit. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, used);
    }

    /** Gives the memory back; the bytes may not be used any more. */
    @Override
    public void close() {
        memory.end(this);
        if (refusal == null) {
            release();
        }
    }

    private void release() {
        memory.giveBack(full.stream().mapToLong(piece -> piece.length).sum() + bytes.length);
        full.clear();
        bytes = new byte[0];
        used = 0;
    }
}
