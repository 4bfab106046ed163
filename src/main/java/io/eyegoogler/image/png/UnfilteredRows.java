package io.eyegoogler.image.png;

import java.util.Arrays;

/** A strip's rows as they are, with the row above, laid out so that filters need not care where the picture ends. */
final class UnfilteredRows {
    private final PngHeader header;
    private final int stride;
    private final byte[] bytes;
    private int count;

    /** @param most rows it can hold */
    UnfilteredRows(PngHeader header, int most) {
        this.header = header;
        this.stride = rowBytes() + RowFilter.MARGIN;
        this.bytes = new byte[Math.addExact(Math.multiplyExact(most + 1, stride), RowFilter.MARGIN + RowFilter.SLACK)];
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
        return (int) header.rowBytes();
    }

    /** Bytes of a pixel, as filters count. */
    int unit() {
        return header.filterUnit();
    }

    /** Filters {@code length} bytes of a row, those from {@code column} on. */
    void filter(RowFilter filter, int row, int column, int length, byte[] out, int at) {
        int from = start(row) + column;
        filter.apply(bytes, from, from - stride, length, unit(), out, at);
    }

    /** Where a row begins; row -1 is the one above the strip. */
    private int start(int row) {
        return (row + 1) * stride + RowFilter.MARGIN;
    }
}
