package io.eyegoogler.cli;

import picocli.CommandLine.Option;

/** The server's address, for {@code serve} and {@code health}. */
final class AddressOptions {

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address that the server listens on (EYEGOOGLER_HOST, default 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8000",
            converter = Converters.Count.class,
            description = "Port that the server listens on (EYEGOOGLER_PORT, default 8000).")
    private int port;

    String host() {
        return host;
    }

    int port() {
        return port;
    }
}
