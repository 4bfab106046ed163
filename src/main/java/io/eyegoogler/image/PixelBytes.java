package io.eyegoogler.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * The samples of a picture of the canonical {@link PixelLayout} as they lie in memory: alpha, where there is one, then
 * blue, green and red.
 *
 * @param samples of the picture, which change with it
 * @param start where the first pixel's begin
 * @param stride from a row to the next
 * @param unit from a pixel to the next
 */
record PixelBytes(byte[] samples, int start, int stride, int unit) {

    static PixelBytes of(BufferedImage picture) {
        Raster raster = picture.getRaster();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        int stride = model.getScanlineStride();
        int unit = model.getPixelStride();
        int start = buffer.getOffset()
                - raster.getSampleModelTranslateY() * stride
                - raster.getSampleModelTranslateX() * unit;
        return new PixelBytes(buffer.getData(), start, stride, unit);
    }

    /** Where a pixel's samples begin. */
    int at(int x, int y) {
        return start + y * stride + x * unit;
    }

    /** Red, green and blue of a pixel in eight bits each. */
    int rgb(int x, int y) {
        int end = at(x, y) + unit;
        return (samples[end - 1] & 0xff) << 16 | (samples[end - 2] & 0xff) << 8 | samples[end - 3] & 0xff;
    }
}
