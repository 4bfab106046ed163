package io.eyegoogler.image.reader;

import javax.imageio.IIOException;

/** A sound file of a known format, but of a kind that can't be read right. The message tells what to send instead. */
public final class UnsupportedKindException extends IIOException {

    private static final long serialVersionUID = 1L;

    UnsupportedKindException(String message) {
        super(message);
    }
}
