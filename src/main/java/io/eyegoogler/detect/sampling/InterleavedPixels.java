package io.eyegoogler.detect.sampling;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * A view of an image's bytes without copying them: interleaved 8-bit samples, such as {@code TYPE_3BYTE_BGR} and
 * {@code TYPE_4BYTE_ABGR}, including subimages.
 *
 * @param samples the bytes of all rows
 * @param origin index of the first byte of pixel (0, 0)
 * @param rowStride bytes from one row to the next
 * @param pixelStride bytes from one pixel to the next
 * @param red offset of the red byte in a pixel; {@code green} and {@code blue}, of theirs
 * @param alpha offset of the alpha byte in a pixel, or {@link #OPAQUE}
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

    /** The alpha offset of an image without alpha. */
    static final int OPAQUE = -1;

    /**
     * Returns a view of {@code image}.
     *
     * @throws IllegalArgumentException if the image has any other layout
     */
    static InterleavedPixels of(BufferedImage image) {
        Raster raster = image.getRaster();
        if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || !(raster.getSampleModel() instanceof ComponentSampleModel layout)
                || buffer.getNumBanks() != 1
                || layout.getNumBands() < CHANNELS) {
            throw new IllegalArgumentException(
                    "A photo must have interleaved 8-bit red, green and blue, not type " + image.getType());
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
                offsets.length > CHANNELS ? offsets[CHANNELS] : OPAQUE,
                image.getWidth(),
                image.getHeight());
    }

    /** Returns an image with three bytes per pixel, in the given order, without gaps. */
    static InterleavedPixels of(byte[] samples, int red, int green, int blue, int width, int height) {
        return new InterleavedPixels(samples, 0, width * CHANNELS, CHANNELS, red, green, blue, OPAQUE, width, height);
    }

    /** Returns a view of the same bytes with x and y swapped. */
    InterleavedPixels transposed() {
        return new InterleavedPixels(samples, origin, pixelStride, rowStride, red, green, blue, alpha, height, width);
    }

    /** Returns a view of the same bytes rotated clockwise by 90°. */
    InterleavedPixels rotatedClockwise() {
        return new InterleavedPixels(
                samples, index(0, height - 1), pixelStride, -rowStride, red, green, blue, alpha, height, width);
    }

    /** Returns the index of the first byte of pixel ({@code x}, {@code y}). */
    int index(int x, int y) {
        return origin + y * rowStride + x * pixelStride;
    }
}
