package io.eyegoogler.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that detects, while its request is processed, whether the client has closed it.
 *
 * <p>Jetty reads nothing between the last byte of a request and the response, so it does not notice a client that
 * leaves meanwhile. Detecting this takes a read; any bytes that it returns belong to the next request and are kept for
 * it.
 */
final class DisconnectAwareEndPoint extends SocketChannelEndPoint {

    /** A client that sends more than this before it has the response is no longer watched, bytes. */
    private static final int MAX_AHEAD = 1024;

    /** Bytes of the next request that were read ahead. */
    private final ByteBuffer ahead = BufferUtil.allocate(MAX_AHEAD);

    DisconnectAwareEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Returns the connection of {@code ctx}. */
    static DisconnectAwareEndPoint of(Context ctx) {
        return (DisconnectAwareEndPoint) ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /**
     * Returns whether the client has closed the connection, or its half of it, which no browser and no HTTP library
     * does while it waits for a response. Must be called only after the whole request has been read.
     */
    synchronized boolean isClosedByClient() {
        if (!isOpen()) {
            return true;
        }
        if (ahead.remaining() == MAX_AHEAD) {
            return false;
        }
        int position = BufferUtil.flipToFill(ahead);
        try {
            return getChannel().read(ahead) < 0;
        } catch (IOException reset) {
            return true;
        } finally {
            BufferUtil.flipToFlush(ahead, position);
        }
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        return ahead.hasRemaining() ? BufferUtil.append(buffer, ahead) : super.fill(buffer);
    }

    /** Bytes that were read ahead are available at once: no selector would report them. */
    @Override
    protected void needsFillInterest() {
        boolean readAhead;
        synchronized (this) {
            readAhead = ahead.hasRemaining();
        }
        if (readAhead) {
            getFillInterest().fillable();
        } else {
            super.needsFillInterest();
        }
    }

    /** Sets the size of the send buffer: bytes that the client has not received yet. */
    void setSendBufferSize(int bytes) {
        try {
            getChannel().setOption(StandardSocketOptions.SO_SNDBUF, bytes);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
