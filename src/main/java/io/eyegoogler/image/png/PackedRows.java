package io.eyegoogler.image.png;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Rows of an image with a pixel in each {@code int}: {@code TYPE_INT_RGB}, {@code TYPE_INT_ARGB} and the like. */
final class PackedRows implements PixelRows {
    private final PngHeader header;
    private final int[] pixels;
    private final int start;
    private final int stride;
    /** How far right each sample is shifted, in PNG's order; alpha, or whatever is fourth, is last. */
    private final int[] shifts;

    private PackedRows(PngHeader header, int[] pixels, int start, int stride, int[] shifts) {
        this.header = header;
        this.pixels = pixels;
        this.start = start;
        this.stride = stride;
        this.shifts = shifts;
    }

    static Optional<PixelRows> of(BufferedImage image, PngHeader header) {
        WritableRaster raster = image.getRaster();
        if (!(raster.getSampleModel() instanceof SinglePixelPackedSampleModel model)
                || !(raster.getDataBuffer() instanceof DataBufferInt buffer)
                || buffer.getNumBanks() > 1) {
            return Optional.empty();
        }
        int x = raster.getMinX() - raster.getSampleModelTranslateX();
        int y = raster.getMinY() - raster.getSampleModelTranslateY();
        int stride = model.getScanlineStride();
        int start = buffer.getOffset() + y * stride + x;
        return Optional.of(new PackedRows(header, buffer.getData(), start, stride, model.getBitOffsets()));
    }

    @Override
    public PngHeader header() {
        return header;
    }

    @Override
    public void read(int y, byte[] into, int at) {
        int from = start + y * stride;
        int samples = shifts.length;
        for (int band = 0; band < samples; band++) {
            int shift = shifts[band];
            int to = at + band;
            for (int x = 0; x < header.width(); x++, to += samples) {
                into[to] = (byte) (pixels[from + x] >>> shift);
            }
        }
    }
}
