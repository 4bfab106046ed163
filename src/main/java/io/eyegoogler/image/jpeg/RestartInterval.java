package io.eyegoogler.image.jpeg;

import io.eyegoogler.image.strips.StripDivision;
import java.io.IOException;
import java.io.OutputStream;

/** Encodes rows of MCUs as a restart interval: a piece of the scan that is independent of the pieces before. */
final class RestartInterval {
    /** MCUs of an interval, unless one row has more. A marker costs three bytes, so they may be many. */
    private static final int INTERVAL_MCUS = 8 * McuBatch.MCUS;

    private static final int MAX_BATCH_BYTES = McuBatch.MCUS * 6 * BlockEntropyCoder.MAX_BLOCK_BYTES;

    private final Quantizer luma;
    private final Quantizer chroma;
    private final McuBatch batch = new McuBatch();
    private final ScanBitWriter bits = new ScanBitWriter();
    private final BlockEntropyCoder lumaCoder = new BlockEntropyCoder(HuffmanTable.DC_LUMA, HuffmanTable.AC_LUMA, bits);
    private final BlockEntropyCoder cbCoder =
            new BlockEntropyCoder(HuffmanTable.DC_CHROMA, HuffmanTable.AC_CHROMA, bits);
    private final BlockEntropyCoder crCoder =
            new BlockEntropyCoder(HuffmanTable.DC_CHROMA, HuffmanTable.AC_CHROMA, bits);
    /** MCUs in the batch. */
    private int filled;

    RestartInterval(Quantizer luma, Quantizer chroma) {
        this.luma = luma;
        this.chroma = chroma;
    }

    static StripDivision division(int width, int height) {
        int rows = Math.max(1, INTERVAL_MCUS / McuBatch.mcus(width));
        return new StripDivision(height, rows * McuBatch.MCU_SIDE);
    }

    /** Encodes rows {@code top} to {@code bottom - 1}; {@code top} is a multiple of {@link McuBatch#MCU_SIDE}. */
    void encode(BgrRows rows, int top, int bottom) {
        bits.clear();
        lumaCoder.restart();
        cbCoder.restart();
        crCoder.restart();
        int width = McuBatch.mcus(rows.width());
        for (int y = top / McuBatch.MCU_SIDE; y < McuBatch.mcus(bottom); y++) {
            for (int x = 0; x < width; ) {
                int count = Math.min(width - x, McuBatch.MCUS - filled);
                batch.read(rows, x, y, filled, count);
                x += count;
                filled += count;
                if (filled == McuBatch.MCUS) {
                    encodeBatch();
                }
            }
        }
        encodeBatch();
        bits.finish();
    }

    private void encodeBatch() {
        batch.transform(luma, chroma);
        bits.reserve(MAX_BATCH_BYTES);
        batch.encode(filled, lumaCoder, cbCoder, crCoder);
        filled = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        bits.writeTo(out);
    }
}
