package io.eyegoogler.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Some {@link Mcu}s at a time: their pixels, and what is made of them. */
final class McuBatch {
    /** Most MCUs. The upper half of each has two blocks of luma, the lower half too, the whole one of each colour. */
    static final int MCUS = BlockLanes.LANES / 2;

    /** The three lowest bytes are a pixel's; the fourth, whatever comes next, is not looked at. */
    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MCU_ROW_BYTES = Mcu.SIDE * BgrRows.SAMPLES;

    private final byte[] row = new byte[MCUS * MCU_ROW_BYTES + Integer.BYTES - BgrRows.SAMPLES];
    /** Blocks on the left in the first half of the lanes, those on the right in the second. */
    private final BlockBatch upper = new BlockBatch();

    private final BlockBatch lower = new BlockBatch();
    /** Blue in the first half of the lanes, red in the second. */
    private final BlockBatch colours = new BlockBatch();

    /** Reads {@code count} MCUs from the {@code x}th of the {@code y}th row on, to be those from {@code at} on here. */
    void read(BgrRows rows, int x, int y, int at, int count) {
        for (int line = 0; line < Mcu.SIDE; line++) {
            rows.read(x * Mcu.SIDE, y * Mcu.SIDE + line, count * Mcu.SIDE, row);
            int[] samples = (line < BlockLanes.SIDE ? upper : lower).samples;
            int plane = line % BlockLanes.SIDE * BlockLanes.ROW + at;
            for (int i = 0; i < BlockLanes.SIDE; i++) {
                spread(i, samples, plane + i * BlockLanes.LANES, count);
                spread(i + BlockLanes.SIDE, samples, plane + i * BlockLanes.LANES + MCUS, count);
            }
        }
    }

    /** Puts the {@code column}th pixel of each MCU's row into its lane. */
    private void spread(int column, int[] samples, int at, int count) {
        byte[] row = this.row;
        for (int i = 0; i < count; i++) {
            samples[at + i] = (int) PIXEL.get(row, column * BgrRows.SAMPLES + i * MCU_ROW_BYTES);
        }
    }

    void transform(Quantizer luma, Quantizer chroma) {
        shrinkColours(upper, 0);
        shrinkColours(lower, BlockLanes.SIDE / 2);
        RgbToYcbcr.toChroma(colours.samples);
        colours.transform(chroma);
        for (BlockBatch half : new BlockBatch[] {upper, lower}) {
            RgbToYcbcr.toLuma(half.samples);
            half.transform(luma);
        }
    }

    /** Four blocks make one of each colour: {@code half} makes the rows from {@code top} on. */
    private void shrinkColours(BlockBatch half, int top) {
        int[] sums = half.coefficients;
        RgbToYcbcr.separate(half.samples);
        RgbToYcbcr.addSquares(half.samples, sums);
        for (int y = 0; y < BlockLanes.SIDE / 2; y++) {
            for (int x = 0; x < BlockLanes.SIDE / 2; x++) {
                int from = 2 * (y * BlockLanes.ROW + x * BlockLanes.LANES);
                int left = (top + y) * BlockLanes.ROW + x * BlockLanes.LANES;
                int right = left + BlockLanes.SIDE / 2 * BlockLanes.LANES;
                System.arraycopy(sums, from, colours.samples, left, MCUS);
                System.arraycopy(sums, from, colours.samples, left + MCUS, MCUS);
                System.arraycopy(sums, from + MCUS, colours.samples, right, MCUS);
                System.arraycopy(sums, from + MCUS, colours.samples, right + MCUS, MCUS);
            }
        }
    }

    /** Writes the first {@code count} MCUs. */
    void put(int count, BlockEntropyCoder luma, BlockEntropyCoder blue, BlockEntropyCoder red) {
        for (int i = 0; i < count; i++) {
            luma.put(upper, i);
            luma.put(upper, i + MCUS);
            luma.put(lower, i);
            luma.put(lower, i + MCUS);
            blue.put(colours, i);
            red.put(colours, i + MCUS);
        }
    }
}
