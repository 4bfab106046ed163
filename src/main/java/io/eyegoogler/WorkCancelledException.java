package io.eyegoogler;

/** Thrown by work that must stop, as its {@link Cancellation} says or because its thread is interrupted. */
public final class WorkCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the work had to stop. */
    private final Cancellation.Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why the work must stop
     */
    public WorkCancelledException(Cancellation.Reason reason) {
        // Neither cause nor stack trace: it is thrown in the ordinary course of things, and its place is of no
        // interest.
        super("The work was canceled: " + reason, null, false, false);
        this.reason = reason;
    }

    /** {@return why the work had to stop} */
    public Cancellation.Reason reason() {
        return reason;
    }
}
