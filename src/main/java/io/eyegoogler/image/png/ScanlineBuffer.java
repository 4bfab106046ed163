package io.eyegoogler.image.png;

import java.util.Arrays;

/** The unfiltered rows of a strip and the row above, with margins so that filters need no special case at the edges. */
final class ScanlineBuffer {
    private final PngHeader header;
    private final int stride;
    private final byte[] bytes;
    private int count;

    /** Creates a buffer for up to {@code maxRows} rows. */
    ScanlineBuffer(PngHeader header, int maxRows) {
        this.header = header;
        this.stride = rowBytes() + RowFilter.MARGIN;
        this.bytes =
                new byte[Math.addExact(Math.multiplyExact(maxRows + 1, stride), RowFilter.MARGIN + RowFilter.SLACK)];
    }

    /** Reads rows {@code top} to {@code bottom - 1}, and the one above if there is one. */
    void read(PixelRows rows, int top, int bottom) {
        count = bottom - top;
        if (top == 0) {
            Arrays.fill(bytes, 0, start(0), (byte) 0);
        }
        for (int y = Math.max(0, top - 1); y < bottom; y++) {
            rows.read(y, bytes, start(y - top));
        }
    }

    int count() {
        return count;
    }

    int rowBytes() {
        return header.rowBytes();
    }

    int pixelBytes() {
        return header.pixelBytes();
    }

    /** Writes {@code length} filtered bytes of a row, from byte {@code column} on, to {@code out[offset]}. */
    void filter(RowFilter filter, int row, int column, int length, byte[] out, int offset) {
        int from = start(row) + column;
        filter.apply(bytes, from, from - stride, length, pixelBytes(), out, offset);
    }

    /** Returns the index of a row's first byte; row -1 is the one above the strip. */
    private int start(int row) {
        return (row + 1) * stride + RowFilter.MARGIN;
    }
}
