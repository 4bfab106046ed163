package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/** Subtracts green from red and blue (RFC 9649, 3.5.3). */
record SubtractGreenTransform() implements Transform {

    @Override
    public int[] invert(int[] pixels, Cancellation cancellation) {
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int green = pixel >> 8 & 0xff;
            pixels[i] = pixel & 0xff00_ff00 | (pixel & 0x00ff_00ff) + (green << 16 | green) & 0x00ff_00ff;
        }
        return pixels;
    }
}
