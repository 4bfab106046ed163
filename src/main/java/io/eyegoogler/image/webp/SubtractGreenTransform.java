package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/** Red and blue are stored less green. */
record SubtractGreenTransform() implements Transform {

    @Override
    public int[] undo(int[] pixels, Cancellation cancellation) {
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int green = pixel >> 8 & 0xff;
            pixels[i] = pixel & 0xff00_ff00 | (pixel & 0x00ff_00ff) + (green << 16 | green) & 0x00ff_00ff;
        }
        return pixels;
    }
}
