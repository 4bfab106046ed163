package io.eyegoogler.http;

/** The address to listen on can't be had; the message says which and why. */
public final class CannotListenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListenException(String host, int port, Throwable cause) {
        super("Can't listen on " + host + ":" + port + ": " + reason(cause), cause);
    }

    /** The innermost cause that says something. */
    private static String reason(Throwable failure) {
        String reason = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reason = cause.getMessage() == null ? reason : cause.getMessage();
        }
        return reason;
    }
}
