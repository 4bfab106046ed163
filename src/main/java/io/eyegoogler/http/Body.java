package io.eyegoogler.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** Reads a request's body into memory, and into nothing else. */
final class Body implements AutoCloseable {

    /** The first piece of memory for a body, bytes; it doubles while the body goes on. */
    private static final int FIRST_PIECE = 1 << 16;
    /** After so many seconds, an upload that has brought less than the slowest rate is as good as stalled. */
    private static final double PATIENCE = 10;
    /** Bytes a second: a tenth of what the slowest mobile line brings (GPRS, 40 kbit/s). */
    private static final double SLOWEST = 500;
    private static final int REQUEST_TIMEOUT = 408;

    private final UploadMemory memory;
    private byte[] bytes = {};

    private Body(UploadMemory memory) {
        this.memory = memory;
    }

    /** Reads all of it; throws if it is longer than {@code maxUpload} bytes, stalls, or breaks off. */
    static Body read(Context ctx, long maxUpload, UploadMemory memory) {
        Body body = new Body(memory);
        try {
            body.readAll(ctx.req().getInputStream(), ctx.req().getContentLengthLong(), maxUpload);
            return body;
        } catch (IOException | IllegalStateException | HttpException.RuntimeException broken) {
            body.close();
            throw refusal(broken);
        } catch (Refusal refused) {
            body.close();
            throw refused;
        }
    }

    private void readAll(InputStream input, long announced, long maxUpload) throws IOException {
        long most = announced >= 0 ? announced : maxUpload + 1;
        int length = 0;
        long start = System.nanoTime();
        while (true) {
            if (length == bytes.length) {
                if (length >= most) {
                    break;
                }
                grow((int) Math.min(most, Math.max(FIRST_PIECE, 2L * length)));
            }
            int count = input.read(bytes, length, bytes.length - length);
            if (count < 0) {
                break;
            }
            length += count;
            if (elapsed(start) > PATIENCE && length < SLOWEST * elapsed(start)) {
                throw Refusal.stalled();
            }
        }
        if (length > maxUpload) {
            throw Refusal.tooLarge(maxUpload);
        }
        if (length < bytes.length) {
            grow(length);
        }
    }

    /** Seconds since {@code start}. */
    private static double elapsed(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void grow(int length) {
        memory.take(length - bytes.length);
        bytes = Arrays.copyOf(bytes, length);
    }

    private static Refusal refusal(Exception broken) {
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
        memory.giveBack(bytes.length);
        bytes = new byte[0];
    }
}
