package io.eyegoogler.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Transforms and encodes a batch of minimum coded units (T.81, A.2.3). These have 16 × 16 pixels, since chroma has half
 * the resolution.
 */
final class McuBatch {
    /** Width and height of an MCU, px. */
    static final int MCU_SIDE = 2 * BlockLanes.SIDE;
    /** Most MCUs. Each has two blocks of luma in its upper half, two in its lower half, and one each of Cb and Cr. */
    static final int MCUS = BlockLanes.LANES / 2;

    /** The three lowest bytes are a pixel; the fourth, from the next pixel, is ignored. */
    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MCU_ROW_BYTES = MCU_SIDE * BgrRows.SAMPLES;

    private final byte[] row = new byte[MCUS * MCU_ROW_BYTES + Integer.BYTES - BgrRows.SAMPLES];
    /** Left blocks in the first half of the lanes, right blocks in the second. */
    private final BlockBatch upper = new BlockBatch();

    private final BlockBatch lower = new BlockBatch();
    /** Cb in the first half of the lanes, Cr in the second. */
    private final BlockBatch chroma = new BlockBatch();

    /** Returns how many MCUs cover {@code pixels} in a row or column. */
    static int mcus(int pixels) {
        return (pixels - 1) / MCU_SIDE + 1;
    }

    /** Reads {@code count} MCUs, from the {@code x}th of the {@code y}th row on, as those from {@code start} on. */
    void read(BgrRows rows, int x, int y, int start, int count) {
        for (int line = 0; line < MCU_SIDE; line++) {
            rows.read(x * MCU_SIDE, y * MCU_SIDE + line, count * MCU_SIDE, row);
            int[] samples = (line < BlockLanes.SIDE ? upper : lower).samples;
            int plane = line % BlockLanes.SIDE * BlockLanes.ROW + start;
            for (int i = 0; i < BlockLanes.SIDE; i++) {
                scatter(i, samples, plane + i * BlockLanes.LANES, count);
                scatter(i + BlockLanes.SIDE, samples, plane + i * BlockLanes.LANES + MCUS, count);
            }
        }
    }

    /** Puts the {@code column}th pixel of each MCU into its lane. */
    private void scatter(int column, int[] samples, int at, int count) {
        byte[] row = this.row;
        for (int i = 0; i < count; i++) {
            samples[at + i] = (int) PIXEL.get(row, column * BgrRows.SAMPLES + i * MCU_ROW_BYTES);
        }
    }

    void transform(Quantizer lumaQuantizer, Quantizer chromaQuantizer) {
        subsample(upper, 0);
        subsample(lower, BlockLanes.SIDE / 2);
        RgbToYcbcr.toChroma(chroma.samples);
        chroma.transform(chromaQuantizer);
        for (BlockBatch half : new BlockBatch[] {upper, lower}) {
            RgbToYcbcr.toLuma(half.samples);
            half.transform(lumaQuantizer);
        }
    }

    /** Sums squares of four pixels to the rows of chroma from {@code top} on. */
    private void subsample(BlockBatch half, int top) {
        int[] sums = half.coefficients;
        RgbToYcbcr.separate(half.samples);
        RgbToYcbcr.addSquares(half.samples, sums);
        for (int y = 0; y < BlockLanes.SIDE / 2; y++) {
            for (int x = 0; x < BlockLanes.SIDE / 2; x++) {
                int from = 2 * (y * BlockLanes.ROW + x * BlockLanes.LANES);
                int left = (top + y) * BlockLanes.ROW + x * BlockLanes.LANES;
                int right = left + BlockLanes.SIDE / 2 * BlockLanes.LANES;
                System.arraycopy(sums, from, chroma.samples, left, MCUS);
                System.arraycopy(sums, from, chroma.samples, left + MCUS, MCUS);
                System.arraycopy(sums, from + MCUS, chroma.samples, right, MCUS);
                System.arraycopy(sums, from + MCUS, chroma.samples, right + MCUS, MCUS);
            }
        }
    }

    /** Encodes the first {@code count} MCUs. */
    void encode(int count, BlockEntropyCoder luma, BlockEntropyCoder cb, BlockEntropyCoder cr) {
        for (int i = 0; i < count; i++) {
            luma.encode(upper, i);
            luma.encode(upper, i + MCUS);
            luma.encode(lower, i);
            luma.encode(lower, i + MCUS);
            cb.encode(chroma, i);
            cr.encode(chroma, i + MCUS);
        }
    }
}
