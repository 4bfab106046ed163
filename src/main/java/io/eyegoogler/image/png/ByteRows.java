package io.eyegoogler.image.png;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/**
 * Rows straight from an array of bytes in which a pixel's samples lie together: what {@code TYPE_3BYTE_BGR},
 * {@code TYPE_4BYTE_ABGR}, {@code TYPE_BYTE_GRAY} and 8-bit palettes are made of, and parts of such images.
 */
final class ByteRows implements PixelRows {
    private static final int[] BGR = {2, 1, 0};
    private static final int[] ABGR = {3, 2, 1, 0};

    private final PngHeader header;
    private final byte[] bytes;
    private final int start;
    private final int stride;
    /** Whether a pixel's bytes must change places end to end. */
    private final boolean reversed;

    private ByteRows(PngHeader header, byte[] bytes, int start, int stride, boolean reversed) {
        this.header = header;
        this.bytes = bytes;
        this.start = start;
        this.stride = stride;
        this.reversed = reversed;
    }

    static Optional<PixelRows> of(BufferedImage image, PngHeader header) {
        WritableRaster raster = image.getRaster();
        if (!(raster.getSampleModel() instanceof ComponentSampleModel model)
                || !(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || buffer.getNumBanks() > 1
                || model.getPixelStride() != header.color().samples) {
            return Optional.empty();
        }
        int[] offsets = model.getBandOffsets().clone();
        int first = Arrays.stream(offsets).min().orElseThrow();
        Arrays.setAll(offsets, i -> offsets[i] - first);
        boolean reversed = Arrays.equals(offsets, BGR) || Arrays.equals(offsets, ABGR);
        if (!reversed && !ascending(offsets)) {
            return Optional.empty();
        }
        int x = raster.getMinX() - raster.getSampleModelTranslateX();
        int y = raster.getMinY() - raster.getSampleModelTranslateY();
        int stride = model.getScanlineStride();
        int start = buffer.getOffset() + y * stride + x * model.getPixelStride() + first;
        return Optional.of(new ByteRows(header, buffer.getData(), start, stride, reversed));
    }

    private static boolean ascending(int[] offsets) {
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] != i) {
                return false;
            }
        }
        return true;
    }

    @Override
    public PngHeader header() {
        return header;
    }

    @Override
    public void read(int y, byte[] into, int at) {
        int from = start + y * stride;
        if (!reversed) {
            System.arraycopy(bytes, from, into, at, (int) header.rowBytes());
        } else if (header.color().samples == BGR.length) {
            rgbFromBgr(from, into, at);
        } else {
            rgbaFromAbgr(from, into, at);
        }
    }

    /** Moves four bytes for three; the fourth is written over by the next pixel, so the last pixel goes by bytes. */
    private void rgbFromBgr(int from, byte[] into, int at) {
        int last = 3 * (header.width() - 1);
        for (int i = 0; i < last; i += 3) {
            LittleEndian.putInt(into, at + i, Integer.reverseBytes(LittleEndian.getInt(bytes, from + i)) >>> Byte.SIZE);
        }
        into[at + last] = bytes[from + last + 2];
        into[at + last + 1] = bytes[from + last + 1];
        into[at + last + 2] = bytes[from + last];
    }

    private void rgbaFromAbgr(int from, byte[] into, int at) {
        int length = 4 * header.width();
        for (int i = 0; i < length; i += 4) {
            LittleEndian.putInt(into, at + i, Integer.reverseBytes(LittleEndian.getInt(bytes, from + i)));
        }
    }
}
