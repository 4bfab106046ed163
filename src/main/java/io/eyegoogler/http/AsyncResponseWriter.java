package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a response's body as fast as its client reads it, without a thread that waits.
 *
 * <p>Whether a slow client still reads shows only in what leaves the socket's send buffer. The buffer starts small and
 * grows while the client reads fast, so that fast lines are kept busy, and a few kB of progress on a slow line are
 * noticed.
 */
final class AsyncResponseWriter implements WriteListener, BodyMemoryBudget.Transfer {

    /** A client that reads nothing for this long is disconnected. */
    static final Duration STALL_TIMEOUT = Duration.ofSeconds(18);
    /** Bytes per write, and initial size of the send buffer; doubled while the client reads fast. */
    static final int MIN_CHUNK = 1 << 17;

    private static final int MAX_CHUNK = 1 << 21;
    /** Chunks that may still be in the send buffer: Linux allocates twice the requested size. */
    private static final int BUFFERED_CHUNKS = 2;
    /** Bytes that may still be in the client's receive buffer. */
    private static final int CLIENT_BUFFER = 1 << 19;
    /** A client is fast if it reads a chunk within this time, a few round trips on a long line, seconds. */
    private static final double MAX_FAST_TIME = 0.4;

    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private final TransferRate rate = new TransferRate();
    private final DisconnectAwareEndPoint connection;
    private final RequestContext context;
    private final ServletOutputStream output;
    private final byte[] body;
    private int chunk = MIN_CHUNK;
    private int written;

    private AsyncResponseWriter(Context ctx, byte[] body) {
        this.connection = DisconnectAwareEndPoint.of(ctx);
        this.context = RequestContext.of(ctx);
        this.output = output(ctx);
        this.body = body;
    }

    private static ServletOutputStream output(Context ctx) {
        try {
            return ctx.res().getOutputStream();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Sends {@code body} after headers that include its length. Must be called after the request has become
     * asynchronous.
     *
     * @return completes when all is sent, or when the client has gone or stalled, which {@link RequestContext#abort}
     *     records
     */
    static CompletableFuture<Void> send(Context ctx, byte[] body) {
        return new AsyncResponseWriter(ctx, body).begin();
    }

    /** Sends as {@link #send(Context, byte[])} does, but {@code memory} may evict it. */
    static CompletableFuture<Void> send(Context ctx, byte[] body, BodyMemoryBudget memory) {
        AsyncResponseWriter writer = new AsyncResponseWriter(ctx, body);
        memory.begin(writer);
        return writer.begin().whenComplete((done, failure) -> memory.end(writer));
    }

    private CompletableFuture<Void> begin() {
        try {
            connection.setIdleTimeout(STALL_TIMEOUT.toMillis());
            connection.setSendBufferSize(MIN_CHUNK);
            output.setWriteListener(this);
        } catch (UncheckedIOException gone) {
            onError(gone);
        }
        return sent;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (output.isReady()) {
            adaptToClient();
            if (written == body.length) {
                connection.setIdleTimeout(HttpConnector.IDLE_TIMEOUT.toMillis());
                sent.complete(null);
                return;
            }
            int count = Math.min(chunk, body.length - written);
            output.write(body, written, count);
            written += count;
            rate.add(count);
        }
    }

    private void adaptToClient() {
        long read = written - CLIENT_BUFFER - (long) BUFFERED_CHUNKS * chunk;
        if (read > 0 && chunk < MAX_CHUNK && read * MAX_FAST_TIME > chunk * rate.age()) {
            chunk *= 2;
            connection.setSendBufferSize(chunk);
        }
    }

    @Override
    public void onError(Throwable broken) {
        context.abort();
        sent.complete(null);
    }

    @Override
    public TransferRate rate() {
        return rate;
    }

    @Override
    public long length() {
        return body.length;
    }

    /** Closes the connection, since part of the response has been sent already. */
    @Override
    public boolean evict() {
        connection.close();
        return true;
    }
}
