package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sends an answer's body as fast as its client reads, without a thread that waits for it.
 *
 * <p>Whether a slow client still reads can be seen only by what leaves the system's send buffer. That begins small and
 * grows with what the client has been seen to take, so that fast lines are filled while of a slow one each few kB are
 * noticed.
 */
final class AsyncResponseWriter implements WriteListener, BodyMemoryBudget.Transfer {

    /** A client that takes nothing for so long is dropped. */
    static final Duration STALL = Duration.ofSeconds(18);
    /** Bytes written at once, and asked for as the send buffer; doubled for a client that takes them fast. */
    static final int MIN_PIECE = 1 << 17;

    private static final int MAX_PIECE = 1 << 21;
    /** Linux doubles what is asked for: what is there isn't known to be read yet. */
    private static final int BUFFERED_PIECES = 2;
    /** Nor is what the client's own buffer may hold, bytes. */
    private static final int CLIENT_BUFFER = 1 << 19;
    /** A client is fast that takes a piece in this time, a few round trips of a long line, s. */
    private static final double FAST = 0.4;

    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private final TransferRate rate = new TransferRate();
    private final DisconnectAwareEndPoint connection;
    private final RequestContext exchange;
    private final ServletOutputStream output;
    private final byte[] body;
    private int piece = MIN_PIECE;
    private int written;

    private AsyncResponseWriter(Context ctx, byte[] body) {
        this.connection = DisconnectAwareEndPoint.of(ctx);
        this.exchange = RequestContext.of(ctx);
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
     * Sends {@code body}, whose length the headers tell already. To be called once the request is asynchronous.
     *
     * @return done when all is sent, or the client has gone or stalled, which {@link RequestContext#aborted} notes
     */
    static CompletableFuture<Void> send(Context ctx, byte[] body) {
        return new AsyncResponseWriter(ctx, body).begin();
    }

    /** As {@link #send(Context, byte[])}, but {@code memory} may end it. */
    static CompletableFuture<Void> send(Context ctx, byte[] body, BodyMemoryBudget memory) {
        AsyncResponseWriter writer = new AsyncResponseWriter(ctx, body);
        memory.begin(writer);
        return writer.begin().whenComplete((done, failure) -> memory.end(writer));
    }

    private CompletableFuture<Void> begin() {
        try {
            connection.setIdleTimeout(STALL.toMillis());
            connection.setSendBuffer(MIN_PIECE);
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
                connection.setIdleTimeout(GooglyServer.IDLE.toMillis());
                sent.complete(null);
                return;
            }
            int count = Math.min(piece, body.length - written);
            output.write(body, written, count);
            written += count;
            rate.add(count);
        }
    }

    private void adaptToClient() {
        long read = written - CLIENT_BUFFER - (long) BUFFERED_PIECES * piece;
        if (read > 0 && piece < MAX_PIECE && read * FAST > piece * rate.age()) {
            piece *= 2;
            connection.setSendBuffer(piece);
        }
    }

    @Override
    public void onError(Throwable broken) {
        exchange.aborted();
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

    /** Closes the connection: a part of the answer is out already. */
    @Override
    public boolean evict() {
        connection.close();
        return true;
    }
}
