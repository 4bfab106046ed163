package io.eyegoogler.image.webp;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** An image with a frame at its position on the canvas; the rest is transparent, or black without alpha. */
final class FrameCanvas {

    private final BufferedImage image;
    private final byte[] samples;
    private final int pixelStride;
    private final int rowStride;
    private final int origin;
    private final WebpContainer.Frame frame;

    /** Creates the canvas of {@code file}: {@code TYPE_4BYTE_ABGR} if it has alpha, else {@code TYPE_3BYTE_BGR}. */
    FrameCanvas(WebpContainer file) {
        frame = file.first();
        image = new BufferedImage(
                file.width(),
                file.height(),
                file.hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        pixelStride = image.getColorModel().getNumComponents();
        rowStride = file.width() * pixelStride;
        origin = frame.y() * rowStride + frame.x() * pixelStride;
    }

    BufferedImage image() {
        return image;
    }

    byte[] samples() {
        return samples;
    }

    int pixelStride() {
        return pixelStride;
    }

    /** Returns the width of the frame, px. */
    int width() {
        return frame.width();
    }

    /** Returns the height of the frame, px. */
    int height() {
        return frame.height();
    }

    /** Returns the offset of the blue sample of a row's first pixel, which green and red follow. */
    int rowStart(int y) {
        return origin + y * rowStride + pixelStride - 3;
    }

    /** Sets the pixels of the frame. If the canvas has no alpha, that of {@code argb} is ignored. */
    void putArgb(int[] argb) {
        int from = 0;
        for (int y = 0; y < frame.height(); y++) {
            int at = rowStart(y);
            for (int x = 0; x < frame.width(); x++) {
                int pixel = argb[from++];
                samples[at] = (byte) pixel;
                samples[at + 1] = (byte) (pixel >> 8);
                samples[at + 2] = (byte) (pixel >> 16);
                if (pixelStride == 4) {
                    samples[at - 1] = (byte) (pixel >>> 24);
                }
                at += pixelStride;
            }
        }
    }

    /** Sets the alpha of the frame on a canvas with alpha. */
    void putAlpha(byte[] alpha) {
        int from = 0;
        for (int y = 0; y < frame.height(); y++) {
            int at = rowStart(y) - 1;
            for (int x = 0; x < frame.width(); x++) {
                samples[at] = alpha[from++];
                at += pixelStride;
            }
        }
    }

    /** Makes the frame opaque on a canvas with alpha. */
    void putOpaque() {
        byte[] opaque = new byte[frame.width() * frame.height()];
        Arrays.fill(opaque, (byte) 255);
        putAlpha(opaque);
    }
}
