package io.eyegoogler.image;

import io.eyegoogler.image.moving.FrameDelay;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A picture that moves.
 *
 * @param picture of the canonical {@link PixelLayout}; shows the first frame, and after each call of {@code draw} the
 *     frame asked for
 * @param places regions outside which no pixel changes, px; they may overlap
 * @param delays how long each frame is shown
 * @param plays how often all frames are shown; 0 means forever
 * @param moving whether the picture itself moves, all of it; otherwise only what is drawn on it at {@code places} does,
 *     and pixels that aren't opaque stay as they are
 * @param draw draws a frame into {@code picture}, 0 being the first; called by the thread that writes the animation,
 *     for frames 1, 2, … in turn
 */
public record Animation(
        BufferedImage picture,
        List<Rectangle> places,
        List<FrameDelay> delays,
        int plays,
        boolean moving,
        IntConsumer draw) {

    public Animation {
        delays = List.copyOf(delays);
        if (delays.isEmpty()) {
            throw new IllegalArgumentException("An animation has at least one frame");
        }
    }

    /**
     * Returns a still picture on which things move in an endless loop.
     *
     * @param frames number of frames in the loop
     * @param interval how long each frame is shown, ms
     */
    public static Animation of(
            BufferedImage picture, List<Rectangle> places, int frames, int interval, IntConsumer draw) {
        List<FrameDelay> delays = Collections.nCopies(frames, FrameDelay.ofMillis(interval));
        return new Animation(picture, places, delays, 0, false, draw);
    }

    /**
     * Returns a picture of which all may change from frame to frame.
     *
     * @param picture of {@code TYPE_4BYTE_ABGR}
     */
    public static Animation moving(BufferedImage picture, List<FrameDelay> delays, int plays, IntConsumer draw) {
        Rectangle all = new Rectangle(picture.getWidth(), picture.getHeight());
        return new Animation(picture, List.of(all), delays, plays, true, draw);
    }

    /** Returns the number of frames. */
    public int frames() {
        return delays.size();
    }
}
