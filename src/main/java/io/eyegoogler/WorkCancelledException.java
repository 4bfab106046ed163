package io.eyegoogler;

/** Ends work whose {@link Cancellation} said so. */
public final class WorkCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cancellation.Reason reason;

    public WorkCancelledException(Cancellation.Reason reason) {
        // Neither cause nor stack trace: it is thrown in the ordinary course of things, and nobody looks for its place.
        super("The work was cancelled: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why the work had to stop. */
    public Cancellation.Reason reason() {
        return reason;
    }
}
