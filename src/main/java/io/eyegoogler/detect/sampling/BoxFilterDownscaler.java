package io.eyegoogler.detect.sampling;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import io.eyegoogler.detect.HelperThreads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shrinks an image by a power of two with a box filter: each pixel is the mean of a square of source pixels.
 * Transparent pixels are black.
 *
 * <p>Images with three bytes per pixel are summed eight bytes at a time, which hold two neighboring pixels: the even
 * bytes as four 16-bit lanes of one long, the odd bytes as those of another.
 */
final class BoxFilterDownscaler {

    /** Side of the largest square whose sum fits 16 bits: 256 pixels of up to 255. */
    static final int MAX_FACTOR = 16;

    /**
     * Minimum width of an image that {@link #halve} handles, px. That takes about half as long as the steps that handle
     * any factor; those still handle small images, so that the JIT compiler has compiled them when the first photo of more
     * than 3,000 px needs them. Interpreted, they take 80 ms.
     */
    private static final int MIN_WIDTH_TO_HALVE = 600;

    private static final int MAX_8_BIT = 255;
    private static final int LANE_BITS = 16;
    private static final int LANE = 0xffff;
    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InterleavedPixels source;
    private final int factor;
    private final int shift;
    private final boolean inPairs;
    private final InterleavedPixels target;

    private BoxFilterDownscaler(InterleavedPixels source, int factor) {
        this.source = source;
        this.factor = factor;
        this.shift = 2 * Integer.numberOfTrailingZeros(factor);
        this.inPairs = source.alpha() == InterleavedPixels.OPAQUE && source.pixelStride() == CHANNELS;
        int width = source.width() / factor;
        int height = source.height() / factor;
        byte[] samples = new byte[Math.multiplyExact(width * height, CHANNELS)];
        this.target = inPairs
                ? InterleavedPixels.of(samples, source.red(), source.green(), source.blue(), width, height)
                : InterleavedPixels.of(samples, 0, 1, 2, width, height);
    }

    /**
     * Returns {@code source} shrunk by {@code factor}, a power of two, 2..{@value #MAX_FACTOR}; columns and rows at the
     * end that don't fill a square are dropped. The work is split among {@code helperThreads}.
     */
    static InterleavedPixels downscale(InterleavedPixels source, int factor, HelperThreads helperThreads) {
        BoxFilterDownscaler downscaler = new BoxFilterDownscaler(source, factor);
        List<Integer> rows =
                IntStream.range(0, downscaler.target.height()).boxed().toList();
        helperThreads.inParts(rows, 1, downscaler::downscaleRows);
        return downscaler.target;
    }

    private List<Void> downscaleRows(List<Integer> rows) {
        // The eight bytes of the last pair would extend beyond the image.
        int columns = inPairs ? target.width() - 1 : 0;
        long[] even = new long[columns * factor / 2];
        long[] odd = new long[even.length];
        for (int row : rows) {
            if (inPairs && factor == 2 && source.width() >= MIN_WIDTH_TO_HALVE) {
                halve(row, columns);
            } else if (inPairs) {
                addPairs(row, even, odd);
                addNeighbors(even);
                addNeighbors(odd);
                writeMeans(row, columns, even, odd);
            }
            for (int column = columns; column < target.width(); column++) {
                writeMean(row, column);
            }
        }
        return List.of();
    }

    /** Does what the three steps below do, in one, for a factor of 2. */
    private void halve(int row, int columns) {
        byte[] from = source.samples();
        byte[] to = target.samples();
        int upper = source.index(0, 2 * row);
        int lower = source.index(0, 2 * row + 1);
        int pixel = target.index(0, row);
        int rounding = rounding(row);
        for (int i = 0; i < columns; i++, upper += 2 * CHANNELS, lower += 2 * CHANNELS, pixel += CHANNELS) {
            long above = (long) LONG.get(from, upper);
            long below = (long) LONG.get(from, lower);
            long even = (above & EVEN_BYTES) + (below & EVEN_BYTES);
            long odd = (above >>> Byte.SIZE & EVEN_BYTES) + (below >>> Byte.SIZE & EVEN_BYTES);
            int outer = (int) (even + (odd >>> LANE_BITS));
            int middle = (int) (odd + (even >>> 2 * LANE_BITS)) & LANE;
            int mean = (outer + rounding * 0x1_0001 >>> 2 & 0x00ff_00ff) | (middle + rounding >>> 2) << Byte.SIZE;
            // Four bytes at once: the fourth belongs to the next pixel, which is written after this one.
            INT.set(to, pixel, mean);
        }
    }

    /** Sums each pair of columns, down a row of squares. */
    private void addPairs(int row, long[] even, long[] odd) {
        byte[] samples = source.samples();
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int y = row * factor; y < (row + 1) * factor; y += 2) {
            int upper = source.index(0, y);
            int lower = source.index(0, y + 1);
            for (int pair = 0; pair < even.length; pair++) {
                long above = (long) LONG.get(samples, upper + pair * 2 * CHANNELS);
                long below = (long) LONG.get(samples, lower + pair * 2 * CHANNELS);
                even[pair] += (above & EVEN_BYTES) + (below & EVEN_BYTES);
                odd[pair] += (above >>> Byte.SIZE & EVEN_BYTES) + (below >>> Byte.SIZE & EVEN_BYTES);
            }
        }
    }

    /** Adds the pairs of each square; the sums are left at the beginning of the array. */
    private void addNeighbors(long[] sums) {
        int count = sums.length;
        for (int pairs = factor / 2; pairs > 1; pairs /= 2) {
            count /= 2;
            for (int i = 0; i < count; i++) {
                sums[i] = sums[2 * i] + sums[2 * i + 1];
            }
        }
    }

    /** Adds the two pixels of each pair, bytes 0, 1, 2 and 3, 4, 5: what is even in one is odd in the other. */
    private void writeMeans(int row, int columns, long[] even, long[] odd) {
        byte[] samples = target.samples();
        int start = target.index(0, row);
        int rounding = rounding(row);
        for (int column = 0; column < columns; column++) {
            long outer = even[column] + (odd[column] >>> LANE_BITS);
            long middle = odd[column] + (even[column] >>> 2 * LANE_BITS);
            int pixel = start + column * CHANNELS;
            samples[pixel] = mean(outer, rounding);
            samples[pixel + 1] = mean(middle, rounding);
            samples[pixel + 2] = mean(outer >>> LANE_BITS, rounding);
        }
    }

    private byte mean(long sum, int rounding) {
        return (byte) (((int) sum & LANE) + rounding >> shift);
    }

    private void writeMean(int row, int column) {
        byte[] samples = source.samples();
        int r = 0;
        int g = 0;
        int b = 0;
        for (int y = row * factor; y < (row + 1) * factor; y++) {
            int pixel = source.index(column * factor, y);
            for (int x = 0; x < factor; x++, pixel += source.pixelStride()) {
                int alpha =
                        source.alpha() == InterleavedPixels.OPAQUE ? MAX_8_BIT : samples[pixel + source.alpha()] & 0xff;
                r += (samples[pixel + source.red()] & 0xff) * alpha / MAX_8_BIT;
                g += (samples[pixel + source.green()] & 0xff) * alpha / MAX_8_BIT;
                b += (samples[pixel + source.blue()] & 0xff) * alpha / MAX_8_BIT;
            }
        }
        int result = target.index(column, row);
        target.samples()[result + target.red()] = mean(r, rounding(row));
        target.samples()[result + target.green()] = mean(g, rounding(row));
        target.samples()[result + target.blue()] = mean(b, rounding(row));
    }

    /** Rounds halves up in even rows and down in odd ones; rounding all up would brighten the image. */
    private int rounding(int row) {
        return factor * factor / 2 - (row & 1);
    }
}
