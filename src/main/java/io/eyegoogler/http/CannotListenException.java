package io.eyegoogler.http;

import java.io.IOException;

/** Thrown when the server cannot listen on its address; the message names the address and the reason. */
public final class CannotListenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListenException(ServerConfig config, IOException cause) {
        super("Cannot listen on " + config.url(config.port()) + ": " + cause.getMessage(), cause);
    }
}
