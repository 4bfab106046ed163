package io.eyegoogler.image.heif;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process once its work is canceled, or the thread that waits for it is interrupted: the end of its output wakes
 * that thread.
 */
final class Watchdog implements AutoCloseable {

    /** How often it looks, ms. */
    private static final long INTERVAL = 50;

    private final Process process;
    private final Cancellation cancellation;
    private final Thread worker = Thread.currentThread();

    /** Watches {@code process} for the calling thread. */
    Watchdog(Process process, Cancellation cancellation) {
        this.process = process;
        this.cancellation = cancellation;
        Thread watching = new Thread(this::watch, "heif-watchdog");
        watching.setDaemon(true);
        watching.start();
    }

    private void watch() {
        try {
            while (!process.waitFor(INTERVAL, TimeUnit.MILLISECONDS)) {
                if (cancellation.reason().isPresent() || worker.isInterrupted()) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException impossible) {
            process.destroyForcibly();
        }
    }

    /**
     * Waits for the end of the process, which has closed its output.
     *
     * @return whether it has ended well
     * @throws WorkCancelledException if it was killed
     */
    boolean awaitSuccess() {
        try {
            int status = process.waitFor();
            cancellation.check();
            return status == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException(Cancellation.Reason.INTERRUPTED);
        }
    }

    /** Kills the process unless it has ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
