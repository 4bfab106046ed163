package io.eyegoogler.image.jpeg;

import io.eyegoogler.image.PixelBytes;
import java.awt.image.BufferedImage;

/**
 * Reads parts of an image's rows as blue, green and red, transparency composed over white. Beyond its right and lower
 * edge the image is extended by its last pixels (T.81, A.2.4). Safe for use by many threads.
 */
record BgrRows(int width, int height, PixelBytes pixels) {
    static final int SAMPLES = 3;

    private static final int WHITE = 255;

    static BgrRows of(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR ->
                new BgrRows(image.getWidth(), image.getHeight(), PixelBytes.of(image));
            default -> throw new IllegalArgumentException("Neither TYPE_3BYTE_BGR nor TYPE_4BYTE_ABGR: " + image);
        };
    }

    /** Copies {@code count} pixels, from {@code (x, y)} to the right, to {@code into[0]}. */
    void read(int x, int y, int count, byte[] into) {
        int inside = Math.min(count, width - x);
        int from = pixels.index(x, Math.min(y, height - 1));
        if (pixels.pixelStride() == SAMPLES) {
            System.arraycopy(pixels.samples(), from, into, 0, inside * SAMPLES);
        } else {
            composeOverWhite(from, inside, into);
        }
        for (int i = inside * SAMPLES; i < count * SAMPLES; i++) {
            into[i] = into[i - SAMPLES];
        }
    }

    private void composeOverWhite(int from, int count, byte[] into) {
        byte[] bytes = pixels.samples();
        for (int pixel = 0; pixel < count; pixel++) {
            int index = from + pixel * (SAMPLES + 1);
            int alpha = bytes[index] & 0xff;
            for (int i = 0; i < SAMPLES; i++) {
                int sample = (bytes[index + 1 + i] & 0xff) * alpha + WHITE * (WHITE - alpha);
                into[pixel * SAMPLES + i] = (byte) ((sample + WHITE / 2) / WHITE);
            }
        }
    }
}
