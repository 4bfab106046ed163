package io.eyegoogler.image.png;

import io.eyegoogler.image.FramePatch;
import java.util.BitSet;

/** Rows of a {@link FramePatch} in which unchanged pixels are transparent. */
final class PatchRows implements PixelRows {
    private final PixelRows pixels;
    private final BitSet changed;
    private final byte[] transparent;
    /** A row of transparent pixels. */
    private final byte[] blank;

    /**
     * Creates the rows of a patch.
     *
     * @param pixels      the picture within the bounds of the patch
     * @param changed     the pixels that changed, counted row by row
     * @param transparent samples of a transparent pixel
     */
    PatchRows(PixelRows pixels, BitSet changed, byte[] transparent) {
        this.pixels = pixels;
        this.changed = changed;
        this.transparent = transparent;
        this.blank = new byte[header().rowBytes()];
        for (int i = 0; i < blank.length; i++) {
            blank[i] = transparent[i % transparent.length];
        }
    }

    @Override
    public PngHeader header() {
        return pixels.header();
    }

    @Override
    public void read(int y, byte[] into, int offset) {
        int width = header().width();
        int start = y * width;
        int end = start + width;
        int from = changed.nextSetBit(start);
        if (from >= 0 && from < end) {
            pixels.read(y, into, offset);
        }
        int kept = start;
        while (from >= 0 && from < end) {
            clear(into, offset, kept - start, from - start);
            kept = Math.min(end, changed.nextClearBit(from));
            keepVisible(into, offset, from - start, kept - start);
            from = changed.nextSetBit(kept);
        }
        clear(into, offset, kept - start, width);
    }

    private void clear(byte[] row, int offset, int from, int to) {
        int unit = transparent.length;
        System.arraycopy(blank, 0, row, offset + from * unit, (to - from) * unit);
    }

    /** Gives changed pixels that happen to have the transparent color the color next to it. */
    private void keepVisible(byte[] row, int offset, int from, int to) {
        int unit = transparent.length;
        for (int i = offset + from * unit; i < offset + to * unit; i += unit) {
            if (row[i] == transparent[0]
                    && row[i + 1] == transparent[1]
                    && row[i + 2] == transparent[2]
                    && row[i + unit - 1] == transparent[unit - 1]) {
                row[i + 2] ^= 1;
            }
        }
    }
}
