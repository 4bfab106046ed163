package io.eyegoogler.evaluate;

/** Annotations that can't be used; the message is one line that names the file and the place in it. */
public final class AnnotationException extends Exception {

    private static final long serialVersionUID = 1L;

    AnnotationException(String message) {
        super(message);
    }

    AnnotationException(String message, Throwable cause) {
        super(message, cause);
    }
}
