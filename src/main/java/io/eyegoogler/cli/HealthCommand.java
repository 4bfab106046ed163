package io.eyegoogler.cli;

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
 * Asks the server of this machine how it is, where there is neither a shell nor curl, as in a container.
 *
 * <p>It is started every few seconds, so it stays with what the JDK's core has and touches no model.
 */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Ask the server whether it lives, or is ready: 0 if it says so, 1 if not.")
final class HealthCommand implements Callable<Integer> {

    /** A server that lives answers in milliseconds; one on a machine that is overloaded gets this long, ms. */
    private static final int PATIENCE = 3_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--ready", description = "Ask whether it takes work, not only whether it lives.")
    private boolean ready;

    @Mixin
    private AddressOptions address;

    @Override
    public Integer call() {
        String path = ready ? "/ready" : "/health";
        String where = "http://" + address.host() + ":" + address.port() + path;
        try {
            int status = status(path);
            spec.commandLine().getOut().println(where + " answers " + status);
            return (status == HttpURLConnection.HTTP_OK ? ExitStatus.OK : ExitStatus.FAILED).code();
        } catch (IOException none) {
            spec.commandLine().getOut().println(where + " doesn't answer: " + none.getMessage());
            return ExitStatus.FAILED.code();
        }
    }

    private int status(String path) throws IOException {
        InetSocketAddress server = new InetSocketAddress(reachable(address.host()), address.port());
        URL url = new URL("http", server.getAddress().getHostAddress(), server.getPort(), path);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setRequestProperty("Connection", "close");
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setInstanceFollowRedirects(false);
        return connection.getResponseCode();
    }

    /** Who listens on all addresses is asked on this machine's own. */
    private static InetAddress reachable(String host) throws IOException {
        InetAddress named = InetAddress.getByName(host);
        return named.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : named;
    }
}
