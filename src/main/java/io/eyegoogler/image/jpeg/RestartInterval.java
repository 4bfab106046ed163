package io.eyegoogler.image.jpeg;

import io.eyegoogler.image.strips.StripDivision;
import java.io.IOException;
import java.io.OutputStream;

/** Writes some rows of MCUs as a piece of the scan that needs nothing from the pieces before: a restart interval. */
final class RestartInterval {
    /** MCUs in a strip, unless one row has more. A marker costs three bytes, so they may be many. */
    private static final int STRIP_MCUS = 8 * McuBatch.MCUS;

    private static final int MAX_TILE_BYTES = McuBatch.MCUS * 6 * BlockEntropyCoder.MAX_BLOCK_BYTES;

    private final Quantizer luma;
    private final Quantizer chroma;
    private final McuBatch tile = new McuBatch();
    private final ScanBitWriter sink = new ScanBitWriter();
    private final BlockEntropyCoder lumaCoder = new BlockEntropyCoder(HuffmanTable.DC_LUMA, HuffmanTable.AC_LUMA, sink);
    private final BlockEntropyCoder blueCoder =
            new BlockEntropyCoder(HuffmanTable.DC_CHROMA, HuffmanTable.AC_CHROMA, sink);
    private final BlockEntropyCoder redCoder =
            new BlockEntropyCoder(HuffmanTable.DC_CHROMA, HuffmanTable.AC_CHROMA, sink);
    /** MCUs in the tile. */
    private int filled;

    RestartInterval(Quantizer luma, Quantizer chroma) {
        this.luma = luma;
        this.chroma = chroma;
    }

    static StripDivision division(int width, int height) {
        int rows = Math.max(1, STRIP_MCUS / Mcu.across(width));
        return new StripDivision(height, rows * Mcu.SIDE);
    }

    /** Writes rows {@code top} to {@code bottom - 1}; {@code top} is a multiple of {@link Mcu#SIDE}. */
    void encode(BgrRows rows, int top, int bottom) {
        sink.clear();
        lumaCoder.restart();
        blueCoder.restart();
        redCoder.restart();
        int width = Mcu.across(rows.width());
        for (int y = top / Mcu.SIDE; y < Mcu.across(bottom); y++) {
            for (int x = 0; x < width; ) {
                int count = Math.min(width - x, McuBatch.MCUS - filled);
                tile.read(rows, x, y, filled, count);
                x += count;
                filled += count;
                if (filled == McuBatch.MCUS) {
                    putTile();
                }
            }
        }
        putTile();
        sink.finish();
    }

    private void putTile() {
        tile.transform(luma, chroma);
        sink.reserve(MAX_TILE_BYTES);
        tile.put(filled, lumaCoder, blueCoder, redCoder);
        filled = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        sink.writeTo(out);
    }
}
