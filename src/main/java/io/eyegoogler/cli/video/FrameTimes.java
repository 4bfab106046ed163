package io.eyegoogler.cli.video;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of frames, as the filter {@code showinfo} prints them: raw frames have none. A frame's line is printed before
 * the frame is written.
 */
final class FrameTimes implements Consumer<String> {

    private static final Pattern TIME_BASE = Pattern.compile(".*config in time_base: (\\d+)/(\\d+),.*");
    private static final Pattern FRAME = Pattern.compile(".*\\] n: *\\d+ pts: *(-?\\d+|NOPTS) pts_time:.*");

    /** Far more than the thread that reads the lines needs; a line that is later is one that {@link #FRAME} misses. */
    private static final int MAX_WAIT_SECONDS = 60;

    private final BlockingQueue<Long> ticks = new LinkedBlockingQueue<>();
    private volatile TimeBase timeBase = new TimeBase(1, 1000);
    /** The last frame's time, ticks. */
    private long last = -1;

    /** The length of a tick, s. */
    record TimeBase(long numerator, long denominator) {

        double seconds(long ticks) {
            return (double) ticks * numerator / denominator;
        }
    }

    /** Takes a line of ffmpeg's messages. */
    @Override
    public void accept(String line) {
        Matcher frame = FRAME.matcher(line);
        if (frame.matches()) {
            boolean unknown = frame.group(1).equals("NOPTS");
            last = unknown ? last + 1 : Math.max(last + 1, Long.parseLong(frame.group(1)));
            ticks.add(last);
            return;
        }
        Matcher base = TIME_BASE.matcher(line);
        if (base.matches()) {
            timeBase = new TimeBase(Long.parseLong(base.group(1)), Long.parseLong(base.group(2)));
        }
    }

    /**
     * Returns the time of the next frame, ticks; waits for its line.
     *
     * @throws VideoException if the line does not come
     */
    long take() throws InterruptedException, VideoException {
        Long next = ticks.poll(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new VideoException("This version of ffmpeg does not print the times of frames as expected.");
        }
        return next;
    }

    /** Returns the length of a tick; known once there is a frame. */
    TimeBase timeBase() {
        return timeBase;
    }
}
