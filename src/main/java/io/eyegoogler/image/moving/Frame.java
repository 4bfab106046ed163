package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * A frame as its file has it: a rectangle of pixels, and how it is drawn on the canvas.
 *
 * @param bounds of the pixels on the canvas, px; in a GIF they may reach beyond it
 * @param disposal what becomes of the rectangle afterwards
 * @param over whether the pixels are blended over the canvas rather than replace what is there
 * @param pixels decodes the pixels
 */
record Frame(Rectangle bounds, FrameDelay delay, Disposal disposal, boolean over, Pixels pixels) {

    /** Decodes the pixels of a frame; may be called several times, by several threads. */
    interface Pixels {

        /** Returns an image of the canonical layout and of the size of the frame. */
        BufferedImage decode(Cancellation cancellation) throws IOException;
    }

    /** Returns the number of pixels, on the canvas or beyond it. */
    long area() {
        return (long) bounds.width * bounds.height;
    }
}
