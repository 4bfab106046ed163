package io.eyegoogler.image.reader;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Builds an 8-bit sRGB image pixel by pixel: {@code TYPE_3BYTE_BGR}, or with alpha {@code TYPE_4BYTE_ABGR}. */
final class SrgbImageBuilder {

    private final BufferedImage image;
    private final byte[] samples;
    private final boolean alpha;
    private final int pixelStride;

    SrgbImageBuilder(int width, int height, boolean alpha) {
        this.alpha = alpha;
        image = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        pixelStride = alpha ? 4 : 3;
    }

    /** Sets a pixel. Without alpha, {@code a} has no effect. */
    void set(int x, int y, int r, int g, int b, int a) {
        int at = (y * image.getWidth() + x) * pixelStride;
        if (alpha) {
            samples[at++] = (byte) a;
        }
        samples[at] = (byte) b;
        samples[at + 1] = (byte) g;
        samples[at + 2] = (byte) r;
    }

    BufferedImage image() {
        return image;
    }
}
