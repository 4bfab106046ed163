package io.eyegoogler.cli.video;

import java.io.IOException;
import java.io.Serial;

/** Thrown when a video cannot be processed; the message is one sentence for the user. */
public final class VideoException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    VideoException(String message) {
        super(message);
    }

    VideoException(String message, Throwable cause) {
        super(message, cause);
    }
}
