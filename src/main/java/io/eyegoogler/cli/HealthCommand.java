package io.eyegoogler.cli;

import io.eyegoogler.http.ServerConfig;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Checks the health of a server on this machine where there is neither a shell nor curl, as in a container.
 *
 * <p>It runs every few seconds, so it uses only the core of the JDK and loads no model.
 */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.Version.class,
        description = "Check whether the server is alive, or ready: exit status 0 if it is, 1 if not.")
final class HealthCommand implements Callable<Integer> {

    /** A server that is alive responds in milliseconds; this allows for an overloaded machine, ms. */
    private static final int TIMEOUT = 3_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--ready", description = "Check whether the server accepts work, not only whether it is alive.")
    private boolean ready;

    @Mixin
    private AddressOptions address;

    @Override
    public Integer call() {
        String path = ready ? "/ready" : "/health";
        String url = ServerConfig.url(address.host(), address.port()) + path;
        try {
            int status = status(path);
            spec.commandLine().getOut().println(url + " responded with " + status);
            return (status == HttpURLConnection.HTTP_OK ? ExitStatus.OK : ExitStatus.FAILED).code();
        } catch (IOException failure) {
            spec.commandLine().getOut().println(url + " did not respond: " + failure.getMessage());
            return ExitStatus.FAILED.code();
        }
    }

    private int status(String path) throws IOException {
        InetSocketAddress server = new InetSocketAddress(reachable(address.host()), address.port());
        URL url = new URL("http", server.getAddress().getHostAddress(), server.getPort(), path);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setRequestProperty("Connection", "close");
        connection.setConnectTimeout(TIMEOUT);
        connection.setReadTimeout(TIMEOUT);
        connection.setInstanceFollowRedirects(false);
        return connection.getResponseCode();
    }

    /** Returns the loopback address for a host that means all addresses. */
    private static InetAddress reachable(String host) throws IOException {
        InetAddress named = InetAddress.getByName(host);
        return named.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : named;
    }
}
