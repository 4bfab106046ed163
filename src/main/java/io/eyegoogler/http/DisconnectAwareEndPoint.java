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
 * A connection that can tell, while its request is worked on, whether the client has closed it.
 *
 * <p>Jetty reads nothing between a request's last byte and the answer, and so it doesn't hear of a client that leaves
 * meanwhile. To find out takes a read; what comes instead of the end belongs to the next request and is kept for it.
 */
final class DisconnectAwareEndPoint extends SocketChannelEndPoint {

    /** What was read of the next request, if anything. */
    private final ByteBuffer ahead = BufferUtil.allocate(MAX_AHEAD);

    /** A client that sends more than this ahead of an answer isn't watched any further, bytes. */
    private static final int MAX_AHEAD = 1024;

    DisconnectAwareEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** The connection of {@code ctx}. */
    static DisconnectAwareEndPoint of(Context ctx) {
        return (DisconnectAwareEndPoint) ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /**
     * Whether the client has closed the connection, or its half of it, which no browser and no HTTP library does that
     * still waits for an answer. To be asked only when all of the request has been read.
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

    /** What was read ahead makes no selector wake up. */
    @Override
    protected void needsFillInterest() {
        boolean waiting;
        synchronized (this) {
            waiting = ahead.hasRemaining();
        }
        if (waiting) {
            getFillInterest().fillable();
        } else {
            super.needsFillInterest();
        }
    }

    /** Sets how many bytes the system holds that the client hasn't received yet. */
    void setSendBuffer(int bytes) {
        try {
            getChannel().setOption(StandardSocketOptions.SO_SNDBUF, bytes);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
