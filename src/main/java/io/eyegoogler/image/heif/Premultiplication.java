package io.eyegoogler.image.heif;

import io.eyegoogler.Cancellation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Colors that have been multiplied by alpha. */
final class Premultiplication {

    private static final int CHANNELS = 4;

    private Premultiplication() {}

    /** Divides the colors of an image of {@code TYPE_4BYTE_ABGR} by its alpha. */
    static void undo(BufferedImage image, Cancellation cancellation) {
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int row = CHANNELS * image.getWidth();
        for (int start = 0; start < samples.length; start += row) {
            cancellation.check();
            for (int at = start; at < start + row; at += CHANNELS) {
                int alpha = samples[at] & 0xff;
                for (int channel = 1; alpha > 0 && channel < CHANNELS; channel++) {
                    int product = samples[at + channel] & 0xff;
                    samples[at + channel] = (byte) Math.min(255, (product * 255 + alpha / 2) / alpha);
                }
            }
        }
    }
}
