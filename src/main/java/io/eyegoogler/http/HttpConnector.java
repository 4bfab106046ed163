package io.eyegoogler.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Accepts connections, each as a {@link DisconnectAwareEndPoint}. */
final class HttpConnector extends ServerConnector {

    /** A connection on which nothing arrives for this long is closed; during an upload, that is a stall. */
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);
    /** Connections that the operating system accepts ahead of this program; it may allow fewer. */
    private static final int ACCEPT_QUEUE = 1024;

    /**
     * Creates a connector.
     *
     * @param socket the listening socket, or null to listen on the address in {@code config} when started
     */
    HttpConnector(Server server, HttpConfiguration http, ServerConfig config, ServerSocketChannel socket) {
        super(server, new HttpConnectionFactory(http));
        setHost(config.host());
        setPort(config.port());
        setIdleTimeout(IDLE_TIMEOUT.toMillis());
        setAcceptQueueSize(ACCEPT_QUEUE);
        if (socket != null) {
            try {
                open(socket);
            } catch (IOException failure) {
                throw new CannotListenException(config, failure);
            }
        }
    }

    /**
     * Binds a socket to the address in {@code config}; connections queue up there until a connector accepts them.
     *
     * @throws CannotListenException if the address is not available
     */
    static ServerSocketChannel bind(ServerConfig config) {
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        try {
            if (address.isUnresolved()) {
                throw new UnknownHostException("Unknown host");
            }
            ServerSocketChannel socket = ServerSocketChannel.open();
            try {
                // A restarted server must not wait for connections of the previous one to expire (TIME_WAIT).
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                return socket.bind(address, ACCEPT_QUEUE);
            } catch (IOException unavailable) {
                socket.close();
                throw unavailable;
            }
        } catch (IOException unavailable) {
            throw new CannotListenException(config, unavailable);
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        DisconnectAwareEndPoint endPoint = new DisconnectAwareEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
