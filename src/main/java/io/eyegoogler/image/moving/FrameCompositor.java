package io.eyegoogler.image.moving;

import io.eyegoogler.image.PixelBytes;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Draws frames one after the other on a canvas, which is transparent at first. */
final class FrameCompositor {

    private static final int MAX = 255;
    private static final byte OPAQUE = (byte) MAX;
    /** Bytes per pixel. */
    private static final int ABGR = 4;

    private final BufferedImage image;
    private final PixelBytes canvas;
    private final Rectangle border;

    // What is left of the frame before.
    private Rectangle last = new Rectangle();
    private Disposal disposal = Disposal.KEEP;
    /** What was there before the last frame, row by row, if that must be restored. */
    private byte[] beneath;

    FrameCompositor(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
        canvas = PixelBytes.of(image);
        border = new Rectangle(width, height);
    }

    /** Returns the canvas, {@code TYPE_4BYTE_ABGR}. */
    BufferedImage image() {
        return image;
    }

    /** Returns the part of a frame that is on the canvas; it may be empty. */
    Rectangle visible(Frame frame) {
        return frame.bounds().intersection(border);
    }

    /**
     * Disposes of the frame before, and draws the next one.
     *
     * @param pixels of the frame, of the canonical layout; not needed if the frame isn't visible
     */
    void draw(Frame frame, BufferedImage pixels) {
        dispose();
        last = visible(frame);
        disposal = frame.disposal();
        if (last.isEmpty()) {
            return;
        }
        beneath = disposal == Disposal.RESTORE ? copyOfLast() : null;
        PixelBytes source = PixelBytes.of(pixels);
        for (int y = last.y; y < last.y + last.height; y++) {
            int from = source.index(last.x - frame.bounds().x, y - frame.bounds().y);
            int to = canvas.index(last.x, y);
            if (source.pixelStride() < ABGR) {
                putOpaque(source.samples(), from, to);
            } else if (frame.over()) {
                blend(source.samples(), from, to);
            } else {
                System.arraycopy(source.samples(), from, canvas.samples(), to, last.width * ABGR);
            }
        }
    }

    private void dispose() {
        if (disposal == Disposal.KEEP || last.isEmpty()) {
            return;
        }
        int length = last.width * ABGR;
        for (int row = 0; row < last.height; row++) {
            int to = canvas.index(last.x, last.y + row);
            if (disposal == Disposal.CLEAR) {
                Arrays.fill(canvas.samples(), to, to + length, (byte) 0);
            } else {
                System.arraycopy(beneath, row * length, canvas.samples(), to, length);
            }
        }
    }

    private byte[] copyOfLast() {
        int length = last.width * ABGR;
        byte[] copy = new byte[last.height * length];
        for (int row = 0; row < last.height; row++) {
            System.arraycopy(canvas.samples(), canvas.index(last.x, last.y + row), copy, row * length, length);
        }
        return copy;
    }

    private void putOpaque(byte[] source, int start, int target) {
        byte[] samples = canvas.samples();
        int from = start;
        for (int to = target; to < target + last.width * ABGR; to += ABGR) {
            samples[to] = OPAQUE;
            samples[to + 1] = source[from++];
            samples[to + 2] = source[from++];
            samples[to + 3] = source[from++];
        }
    }

    private void blend(byte[] source, int start, int target) {
        byte[] samples = canvas.samples();
        int from = start;
        for (int to = target; to < target + last.width * ABGR; to += ABGR, from += ABGR) {
            int alpha = source[from] & 0xff;
            if (alpha == MAX || alpha > 0 && samples[to] == 0) {
                System.arraycopy(source, from, samples, to, ABGR);
            } else if (alpha > 0) {
                blendPixel(source, from, alpha, to);
            }
        }
    }

    /** Blends by the operator "over" (Porter and Duff, 1984) on samples that aren't multiplied by alpha. */
    private void blendPixel(byte[] source, int from, int alpha, int to) {
        byte[] samples = canvas.samples();
        int above = alpha * MAX;
        int below = (samples[to] & 0xff) * (MAX - alpha);
        int sum = above + below;
        for (int i = 1; i < ABGR; i++) {
            int mean = (source[from + i] & 0xff) * above + (samples[to + i] & 0xff) * below;
            samples[to + i] = (byte) ((mean + sum / 2) / sum);
        }
        samples[to] = (byte) ((sum + MAX / 2) / MAX);
    }
}
