package io.eyegoogler.image.png;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/**
 * Rows of an image with a pixel in each {@code int}, such as {@code TYPE_INT_RGB} and {@code TYPE_INT_ARGB}.
 *
 * @param start  index of the first pixel
 * @param stride pixels from a row to the next
 * @param shifts how many bits each sample is shifted left, in the order red, green, blue, alpha
 */
record PackedRows(PngHeader header, int[] pixels, int start, int stride, int[] shifts) implements PixelRows {

    static PackedRows of(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        SinglePixelPackedSampleModel model = (SinglePixelPackedSampleModel) raster.getSampleModel();
        DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
        int stride = model.getScanlineStride();
        int start = buffer.getOffset() - raster.getSampleModelTranslateY() * stride - raster.getSampleModelTranslateX();
        return new PackedRows(PngHeader.of(image), buffer.getData(), start, stride, model.getBitOffsets());
    }

    @Override
    public void read(int y, byte[] into, int offset) {
        int from = start + y * stride;
        for (int band = 0; band < shifts.length; band++) {
            int shift = shifts[band];
            int to = offset + band;
            for (int x = 0; x < header.width(); x++, to += shifts.length) {
                into[to] = (byte) (pixels[from + x] >>> shift);
            }
        }
    }
}
