package io.eyegoogler.detect.sampling;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * A photo's own bytes, read where they lie: interleaved 8-bit samples, such as {@code TYPE_3BYTE_BGR} and
 * {@code TYPE_4BYTE_ABGR}, sub-images included.
 *
 * @param samples the bytes of all rows
 * @param origin index of the first byte of the pixel (0, 0)
 * @param rowStride bytes from a row to the next
 * @param pixelStride bytes from a pixel to the next
 * @param red byte of red within a pixel, likewise {@code green} and {@code blue}
 * @param alpha byte of alpha within a pixel, or {@link #OPAQUE}
 */
record InterleavedPixels(
        byte[] samples,
        int origin,
        int rowStride,
        int pixelStride,
        int red,
        int green,
        int blue,
        int alpha,
        int width,
        int height) {

    /** The alpha offset of a photo without alpha. */
    static final int OPAQUE = -1;

    private static final int COLOURS = 3;

    /** Throws {@link IllegalArgumentException} for any other layout. */
    static InterleavedPixels of(BufferedImage photo) {
        Raster raster = photo.getRaster();
        if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || !(raster.getSampleModel() instanceof ComponentSampleModel layout)
                || buffer.getNumBanks() != 1
                || layout.getNumBands() < COLOURS) {
            throw new IllegalArgumentException(
                    "A photo must have interleaved 8-bit red, green and blue, not type " + photo.getType());
        }
        int[] offsets = layout.getBandOffsets();
        int origin = buffer.getOffset()
                - raster.getSampleModelTranslateY() * layout.getScanlineStride()
                - raster.getSampleModelTranslateX() * layout.getPixelStride();
        return new InterleavedPixels(
                buffer.getData(),
                origin,
                layout.getScanlineStride(),
                layout.getPixelStride(),
                offsets[0],
                offsets[1],
                offsets[2],
                offsets.length > COLOURS ? offsets[COLOURS] : OPAQUE,
                photo.getWidth(),
                photo.getHeight());
    }

    /** A photo of three bytes a pixel, in whatever order, without gaps. */
    static InterleavedPixels of(byte[] samples, int red, int green, int blue, int width, int height) {
        return new InterleavedPixels(samples, 0, width * COLOURS, COLOURS, red, green, blue, OPAQUE, width, height);
    }

    /** The same bytes with x and y exchanged. */
    InterleavedPixels transposed() {
        return new InterleavedPixels(samples, origin, pixelStride, rowStride, red, green, blue, alpha, height, width);
    }

    /** The same bytes as a photo turned a quarter clockwise: its right is this one's top. */
    InterleavedPixels turned() {
        return new InterleavedPixels(
                samples, index(0, height - 1), pixelStride, -rowStride, red, green, blue, alpha, height, width);
    }

    /** Index of the first byte of the pixel at {@code x} in row {@code y}. */
    int index(int x, int y) {
        return origin + y * rowStride + x * pixelStride;
    }
}
