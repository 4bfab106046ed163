package io.eyegoogler.image.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;

/**
 * Pieces of an image's rows as blue, green, red, what is transparent laid on white. Beyond its right and lower edge the
 * image goes on as it ends (T.81, A.2.4). Several threads may read at once.
 */
final class BgrRows {
    static final int SAMPLES = 3;

    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] bytes;
    private final int start;
    private final int stride;
    /** Whether pixels are alpha, blue, green, red. */
    private final boolean alpha;

    private BgrRows(BufferedImage image, boolean alpha) {
        WritableRaster raster = image.getRaster();
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.bytes = buffer.getData();
        this.stride = model.getScanlineStride();
        this.alpha = alpha;
        int x = raster.getMinX() - raster.getSampleModelTranslateX();
        int y = raster.getMinY() - raster.getSampleModelTranslateY();
        this.start = buffer.getOffset() + y * stride + x * model.getPixelStride();
    }

    static BgrRows of(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR -> new BgrRows(image, false);
            case BufferedImage.TYPE_4BYTE_ABGR -> new BgrRows(image, true);
            default -> throw new IllegalArgumentException("Neither TYPE_3BYTE_BGR nor TYPE_4BYTE_ABGR: " + image);
        };
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Puts {@code count} pixels, from {@code (x, y)} to the right, at {@code into[0]}. */
    void read(int x, int y, int count, byte[] into) {
        int inside = Math.min(count, width - x);
        int row = start + Math.min(y, height - 1) * stride;
        if (alpha) {
            layOnWhite(row + x * (SAMPLES + 1), inside, into);
        } else {
            System.arraycopy(bytes, row + x * SAMPLES, into, 0, inside * SAMPLES);
        }
        for (int i = inside * SAMPLES; i < count * SAMPLES; i++) {
            into[i] = into[i - SAMPLES];
        }
    }

    private void layOnWhite(int from, int count, byte[] into) {
        for (int pixel = 0; pixel < count; pixel++) {
            int at = from + pixel * (SAMPLES + 1);
            int opacity = bytes[at] & 0xff;
            for (int i = 0; i < SAMPLES; i++) {
                int sample = (bytes[at + 1 + i] & 0xff) * opacity + WHITE * (WHITE - opacity);
                into[pixel * SAMPLES + i] = (byte) ((sample + WHITE / 2) / WHITE);
            }
        }
    }
}
