package io.eyegoogler.cli;

/** Thrown when TensorFlow's native library cannot be unpacked or loaded; the message says why and what to do. */
final class NativeLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NativeLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
