package io.eyegoogler.image.png;

import io.eyegoogler.image.FramePatch;
import java.util.BitSet;

/** Rows of a {@link FramePatch}; pixels that stay are transparent. */
final class PatchRows implements PixelRows {
    private final PixelRows pixels;
    private final BitSet changed;
    private final byte[] transparent;
    /** A row of pixels that all stay. */
    private final byte[] blank;

    /**
     * @param pixels      of the picture within the patch's bounds
     * @param transparent samples of a pixel that lets show what was there before
     */
    PatchRows(PixelRows pixels, BitSet changed, byte[] transparent) {
        this.pixels = pixels;
        this.changed = changed;
        this.transparent = transparent;
        this.blank = new byte[(int) header().rowBytes()];
        for (int i = 0; i < blank.length; i++) {
            blank[i] = transparent[i % transparent.length];
        }
    }

    @Override
    public PngHeader header() {
        return pixels.header();
    }

    @Override
    public void read(int y, byte[] into, int at) {
        int width = header().width();
        int start = y * width;
        int end = start + width;
        int from = changed.nextSetBit(start);
        if (from >= 0 && from < end) {
            pixels.read(y, into, at);
        }
        int kept = start;
        while (from >= 0 && from < end) {
            clear(into, at, kept - start, from - start);
            kept = Math.min(end, changed.nextClearBit(from));
            keepVisible(into, at, from - start, kept - start);
            from = changed.nextSetBit(kept);
        }
        clear(into, at, kept - start, width);
    }

    private void clear(byte[] row, int at, int from, int to) {
        int unit = transparent.length;
        System.arraycopy(blank, 0, row, at + from * unit, (to - from) * unit);
    }

    /** A pixel that happens to look like a transparent one gets a neighbouring colour. */
    private void keepVisible(byte[] row, int at, int from, int to) {
        int unit = transparent.length;
        for (int i = at + from * unit; i < at + to * unit; i += unit) {
            if (row[i] == transparent[0]
                    && row[i + 1] == transparent[1]
                    && row[i + 2] == transparent[2]
                    && row[i + unit - 1] == transparent[unit - 1]) {
                row[i + 2] ^= 1;
            }
        }
    }
}
