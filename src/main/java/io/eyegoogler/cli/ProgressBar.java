package io.eyegoogler.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A progress bar on one line of a terminal, which is invisible where there is no terminal. */
public final class ProgressBar {

    /** A total that is not known yet. */
    static final long UNKNOWN = -1;

    private static final int BAR_WIDTH = 30;
    private static final int PERCENT = 100;
    /** Returns to the start of the line and clears it (ECMA-48: CR, EL). */
    private static final String CLEAR_LINE = "\r\u001b[K";
    /** File names may contain commands for the terminal. */
    private static final String CONTROL_CHARACTERS = "[\\x00-\\x1f\\x7f-\\x9f]";

    private final boolean visible;
    private final PrintWriter terminal;
    private long total;
    private long done;
    /** How much of a long step is done, from 0 to 1. */
    private double share;

    private long stepStart;

    /** Creates a bar that is full after {@code total} steps. */
    public ProgressBar(long total, boolean visible, PrintWriter terminal) {
        this.total = total;
        this.visible = visible;
        this.terminal = terminal;
    }

    /** Sets the number of steps. */
    synchronized void setTotal(long total) {
        this.total = total;
        draw();
    }

    /** Advances by one step. */
    public synchronized void advance() {
        done++;
        draw();
    }

    /** Begins a long step. */
    synchronized void begin() {
        stepStart = System.nanoTime();
    }

    /** Shows how much of the step that has begun is done, from 0 to 1, and how long the rest will take. */
    synchronized void setShare(double share) {
        boolean visibly = (int) (PERCENT * share) != (int) (PERCENT * this.share);
        this.share = share;
        if (visibly) {
            draw();
        }
    }

    /** Prints {@code line} above the bar. */
    public synchronized void println(String line) {
        clear();
        terminal.println(line.replaceAll(CONTROL_CHARACTERS, "?"));
        draw();
    }

    /** Prints {@code text}, which ends a line, to {@code destination}, which may be the same terminal. */
    synchronized void print(PrintWriter destination, String text) {
        clear();
        terminal.flush();
        destination.print(text);
        destination.flush();
        draw();
    }

    /** Removes the bar. */
    public synchronized void close() {
        clear();
        terminal.flush();
    }

    private void clear() {
        if (visible) {
            terminal.print(CLEAR_LINE);
        }
    }

    private void draw() {
        if (visible) {
            terminal.print(CLEAR_LINE + (total == UNKNOWN ? done + " done" : bar()) + step());
        }
        terminal.flush();
    }

    private String bar() {
        int filled = (int) Math.min(BAR_WIDTH, BAR_WIDTH * (done + share) / Math.max(1, total));
        return "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "] " + done + "/" + total;
    }

    private String step() {
        if (share == 0) {
            return "";
        }
        long elapsed = System.nanoTime() - stepStart;
        long left = TimeUnit.NANOSECONDS.toSeconds((long) (elapsed / share * (1 - share)));
        return String.format(Locale.ROOT, " %d %%, %d:%02d left", (int) (PERCENT * share), left / 60, left % 60);
    }
}
