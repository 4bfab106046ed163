package io.eyegoogler.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A picture that moves in places, in an endless loop.
 *
 * @param picture of the canonical {@link PixelLayout}; it shows the first frame, and after each call of {@code draw}
 *     the frame that was asked for
 * @param places outside which no pixel changes, px; they may overlap
 * @param frames in the loop, at least 1
 * @param interval how long each is shown, ms
 * @param draw makes {@code picture} show a frame, 0 being the first; called by the thread that writes the animation
 */
public record Animation(BufferedImage picture, List<Rectangle> places, int frames, int interval, IntConsumer draw) {

    /** Browsers show frames longer that are shorter than this, ms. */
    private static final int SHORTEST = 20;

    public Animation {
        if (frames < 1 || interval < SHORTEST) {
            throw new IllegalArgumentException("No animation has " + frames + " frames of " + interval + " ms");
        }
    }
}
