package io.eyegoogler.image;

import io.eyegoogler.image.moving.FrameDelay;
import java.util.Iterator;
import java.util.List;

/**
 * Rounds the delays of frames to GIF's hundredths of a second so that the errors don't add up. No delay is shorter than
 * 2/100 s, since browsers slow down shorter ones.
 */
final class GifDelays {

    private static final double UNIT = 0.01;
    private static final int MIN = 2;
    private static final int MAX = 0xffff;

    private final Iterator<FrameDelay> delays;
    /** When the next frame begins by the delays as they are, and as they are written, 1/100 s. */
    private double exact;

    private long written;

    GifDelays(List<FrameDelay> delays) {
        this.delays = delays.iterator();
    }

    /** Returns the delay of the next frame, 1/100 s. */
    int next() {
        exact += delays.next().seconds() / UNIT;
        int delay = (int) Math.max(MIN, Math.min(MAX, Math.round(exact) - written));
        written += delay;
        return delay;
    }
}
