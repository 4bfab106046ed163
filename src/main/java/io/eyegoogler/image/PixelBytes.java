package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * The samples of an image of the canonical {@link PixelLayout}, or of a part of one, where they lie in memory: of each
 * pixel alpha, if there is one, then blue, green and red.
 *
 * @param samples     the array that backs the image
 * @param start       index of the first sample of pixel (0, 0)
 * @param rowStride   from a row to the next
 * @param pixelStride from a pixel to the next, 3 without alpha and 4 with alpha
 */
public record PixelBytes(byte[] samples, int start, int rowStride, int pixelStride) {

    /** Returns the samples of {@code image}. */
    public static PixelBytes of(BufferedImage image) {
        Raster raster = image.getRaster();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        int rowStride = model.getScanlineStride();
        int pixelStride = model.getPixelStride();
        int start = buffer.getOffset()
                - raster.getSampleModelTranslateY() * rowStride
                - raster.getSampleModelTranslateX() * pixelStride;
        return new PixelBytes(buffer.getData(), start, rowStride, pixelStride);
    }

    /** Returns the index of the first sample of pixel (x, y). */
    public int index(int x, int y) {
        return start + y * rowStride + x * pixelStride;
    }

    /** Returns red, green and blue of pixel (x, y), 8 bits each. */
    int rgb(int x, int y) {
        int end = index(x, y) + pixelStride;
        return (samples[end - 1] & 0xff) << 16 | (samples[end - 2] & 0xff) << 8 | samples[end - 3] & 0xff;
    }
}
