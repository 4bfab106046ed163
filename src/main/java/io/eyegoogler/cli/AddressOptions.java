package io.eyegoogler.cli;

import picocli.CommandLine.Option;

/** Where the server is, for the command that serves there and the one that asks there. */
final class AddressOptions {

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (EYEGOOGLER_HOST, 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8000",
            description = "Port to listen on (EYEGOOGLER_PORT, 8000).")
    private int port;

    String host() {
        return host;
    }

    int port() {
        return port;
    }
}
