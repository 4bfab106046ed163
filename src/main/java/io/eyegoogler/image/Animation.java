package io.eyegoogler.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A picture in which some regions move, in an endless loop.
 *
 * @param picture of the canonical {@link PixelLayout}; shows the first frame, and after each call of {@code draw} the
 *     frame asked for
 * @param places regions outside which no pixel changes, px; they may overlap
 * @param frames number of frames in the loop, at least 1
 * @param interval how long each frame is shown, ms
 * @param draw draws a frame into {@code picture}, 0 being the first; called by the thread that writes the animation
 */
public record Animation(BufferedImage picture, List<Rectangle> places, int frames, int interval, IntConsumer draw) {

    /** Browsers show frames that are shorter than this for longer, ms. */
    private static final int MIN_INTERVAL = 20;

    public Animation {
        if (frames < 1 || interval < MIN_INTERVAL) {
            throw new IllegalArgumentException("Invalid animation: " + frames + " frames of " + interval + " ms");
        }
    }
}
