package io.eyegoogler.image.webp;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** The picture in the making: a frame is put on its place, the rest stays transparent, or black where there is no alpha. */
final class FrameCanvas {

    private final BufferedImage image;
    private final byte[] samples;
    private final int pixelStride;
    private final int rowStride;
    private final int origin;
    private final WebpContainer.Frame frame;

    /** For the picture in {@code file}: {@code TYPE_4BYTE_ABGR} if it has alpha, else {@code TYPE_3BYTE_BGR}. */
    FrameCanvas(WebpContainer file) {
        frame = file.first();
        image = new BufferedImage(
                file.width(),
                file.height(),
                file.translucent() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
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

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    /** Where in the samples row {@code y} of the frame has its first pixel's blue; green and red follow. */
    int blueOfRow(int y) {
        return origin + y * rowStride + pixelStride - 3;
    }

    /** Sets all samples of the frame; where the canvas has no alpha, that of {@code argb} is ignored. */
    void putArgb(int[] argb) {
        int from = 0;
        for (int y = 0; y < frame.height(); y++) {
            int at = blueOfRow(y);
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

    /** Sets the frame's alpha; the canvas must have some. */
    void putAlpha(byte[] alpha) {
        int from = 0;
        for (int y = 0; y < frame.height(); y++) {
            int at = blueOfRow(y) - 1;
            for (int x = 0; x < frame.width(); x++) {
                samples[at] = alpha[from++];
                at += pixelStride;
            }
        }
    }

    /** Makes the frame opaque on a canvas that has alpha. */
    void putOpaque() {
        for (int y = 0; y < frame.height(); y++) {
            int at = blueOfRow(y) - 1;
            for (int x = 0; x < frame.width(); x++) {
                samples[at] = (byte) 255;
                at += pixelStride;
            }
        }
    }
}
