package io.eyegoogler.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Some {@link Mcu}s at a time: their pixels, and what is made of them. */
final class Tile {
    /** Most MCUs. The upper half of each has two blocks of luma, the lower half too, the whole one of each colour. */
    static final int MCUS = Planes.LANES / 2;

    /** The three lowest bytes are a pixel's; the fourth, whatever comes next, is not looked at. */
    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MCU_ROW_BYTES = Mcu.SIDE * BgrRows.SAMPLES;

    private final byte[] row = new byte[MCUS * MCU_ROW_BYTES + Integer.BYTES - BgrRows.SAMPLES];
    /** Blocks on the left in the first half of the lanes, those on the right in the second. */
    private final Blocks upper = new Blocks();
    private final Blocks lower = new Blocks();
    /** Blue in the first half of the lanes, red in the second. */
    private final Blocks colours = new Blocks();

    /** Reads {@code count} MCUs from the {@code x}th of the {@code y}th row on, to be those from {@code at} on here. */
    void read(BgrRows rows, int x, int y, int at, int count) {
        for (int line = 0; line < Mcu.SIDE; line++) {
            rows.read(x * Mcu.SIDE, y * Mcu.SIDE + line, count * Mcu.SIDE, row);
            int[] samples = (line < Planes.SIDE ? upper : lower).samples;
            int plane = line % Planes.SIDE * Planes.ROW + at;
            for (int i = 0; i < Planes.SIDE; i++) {
                spread(i, samples, plane + i * Planes.LANES, count);
                spread(i + Planes.SIDE, samples, plane + i * Planes.LANES + MCUS, count);
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

    void transform(Quantization luma, Quantization chroma) {
        shrinkColours(upper, 0);
        shrinkColours(lower, Planes.SIDE / 2);
        Colour.toChroma(colours.samples);
        colours.transform(chroma);
        for (Blocks half : new Blocks[] {upper, lower}) {
            Colour.toLuma(half.samples);
            half.transform(luma);
        }
    }

    /** Four blocks make one of each colour: {@code half} makes the rows from {@code top} on. */
    private void shrinkColours(Blocks half, int top) {
        int[] sums = half.coefficients;
        Colour.separate(half.samples);
        Colour.addSquares(half.samples, sums);
        for (int y = 0; y < Planes.SIDE / 2; y++) {
            for (int x = 0; x < Planes.SIDE / 2; x++) {
                int from = 2 * (y * Planes.ROW + x * Planes.LANES);
                int left = (top + y) * Planes.ROW + x * Planes.LANES;
                int right = left + Planes.SIDE / 2 * Planes.LANES;
                System.arraycopy(sums, from, colours.samples, left, MCUS);
                System.arraycopy(sums, from, colours.samples, left + MCUS, MCUS);
                System.arraycopy(sums, from + MCUS, colours.samples, right, MCUS);
                System.arraycopy(sums, from + MCUS, colours.samples, right + MCUS, MCUS);
            }
        }
    }

    /** Writes the first {@code count} MCUs. */
    void put(int count, BlockCoder luma, BlockCoder blue, BlockCoder red) {
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
