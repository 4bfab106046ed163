package io.eyegoogler.detect.sampling;

import io.eyegoogler.detect.HelperThreads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Shrinks a photo by a power of two: each pixel is the mean of a square of them. Transparent pixels count as black.
 *
 * <p>Photos of three bytes a pixel are added up eight bytes at once, a pair of neighbours: the even bytes are four sums of
 * 16 bits in one long, the odd ones in another.
 */
final class BoxDownscale {

    /** Of the largest square whose sum fits 16 bits: 256 pixels of up to 255. */
    static final int MAX_FACTOR = 16;

    private static final int CHANNELS = 3;
    private static final int MAX_8_BIT = 255;
    private static final int SUM_BITS = 16;
    private static final int SUM = 0xffff;
    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InterleavedPixels photo;
    private final int factor;
    private final int shift;
    private final boolean inPairs;
    private final InterleavedPixels reduced;

    private BoxDownscale(InterleavedPixels photo, int factor) {
        this.photo = photo;
        this.factor = factor;
        this.shift = 2 * Integer.numberOfTrailingZeros(factor);
        this.inPairs = photo.alpha() == InterleavedPixels.OPAQUE && photo.pixelStride() == CHANNELS;
        int width = photo.width() / factor;
        int height = photo.height() / factor;
        byte[] samples = new byte[Math.multiplyExact(width * height, CHANNELS)];
        this.reduced = inPairs
                ? InterleavedPixels.of(samples, photo.red(), photo.green(), photo.blue(), width, height)
                : InterleavedPixels.of(samples, 0, 1, 2, width, height);
    }

    /**
     * {@code photo} shrunk by {@code factor}, a power of two, 2..{@value #MAX_FACTOR}; columns and rows that don't fill
     * a last square are left out. Each of {@code workers} does its share.
     */
    static InterleavedPixels reduce(InterleavedPixels photo, int factor, HelperThreads workers) {
        BoxDownscale reduction = new BoxDownscale(photo, factor);
        int parts = workers.count();
        List<Supplier<Void>> work = IntStream.range(0, parts)
                .<Supplier<Void>>mapToObj(part -> () -> reduction.reducePart(part, parts))
                .toList();
        workers.all(work);
        return reduction.reduced;
    }

    private Void reducePart(int part, int parts) {
        reduce(reduced.height() * part / parts, reduced.height() * (part + 1) / parts);
        return null;
    }

    private void reduce(int from, int to) {
        // The last pair's eight bytes would reach beyond the photo.
        int columns = inPairs ? reduced.width() - 1 : 0;
        long[] even = new long[columns * factor / 2];
        long[] odd = new long[even.length];
        for (int row = from; row < to; row++) {
            if (inPairs) {
                addPairs(row, even, odd);
                addNeighbours(even);
                addNeighbours(odd);
                writeMeans(row, columns, even, odd);
            }
            for (int column = columns; column < reduced.width(); column++) {
                writeMean(row, column);
            }
        }
    }

    /** Sums of each pair of columns, down a row of squares. */
    private void addPairs(int row, long[] even, long[] odd) {
        byte[] samples = photo.samples();
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int y = row * factor; y < (row + 1) * factor; y += 2) {
            int upper = photo.index(0, y);
            int lower = photo.index(0, y + 1);
            for (int pair = 0; pair < even.length; pair++) {
                long above = (long) LONG.get(samples, upper + pair * 2 * CHANNELS);
                long below = (long) LONG.get(samples, lower + pair * 2 * CHANNELS);
                even[pair] += (above & EVEN_BYTES) + (below & EVEN_BYTES);
                odd[pair] += (above >>> Byte.SIZE & EVEN_BYTES) + (below >>> Byte.SIZE & EVEN_BYTES);
            }
        }
    }

    /** Adds the pairs of each square: what they come to stands at the beginning. */
    private void addNeighbours(long[] sums) {
        int count = sums.length;
        for (int pairs = factor / 2; pairs > 1; pairs /= 2) {
            count /= 2;
            for (int i = 0; i < count; i++) {
                sums[i] = sums[2 * i] + sums[2 * i + 1];
            }
        }
    }

    /** The two pixels of a pair are bytes 0, 1, 2 and 3, 4, 5: even and odd change places. */
    private void writeMeans(int row, int columns, long[] even, long[] odd) {
        byte[] samples = reduced.samples();
        int start = reduced.index(0, row);
        int rounding = rounding(row);
        for (int column = 0; column < columns; column++) {
            long outer = even[column] + (odd[column] >>> SUM_BITS);
            long middle = odd[column] + (even[column] >>> 2 * SUM_BITS);
            int target = start + column * CHANNELS;
            samples[target] = mean(outer, rounding);
            samples[target + 1] = mean(middle, rounding);
            samples[target + 2] = mean(outer >>> SUM_BITS, rounding);
        }
    }

    private byte mean(long sum, int rounding) {
        return (byte) (((int) sum & SUM) + rounding >> shift);
    }

    private void writeMean(int row, int column) {
        byte[] samples = photo.samples();
        int r = 0;
        int g = 0;
        int b = 0;
        for (int y = row * factor; y < (row + 1) * factor; y++) {
            int pixel = photo.index(column * factor, y);
            for (int x = 0; x < factor; x++, pixel += photo.pixelStride()) {
                int alpha =
                        photo.alpha() == InterleavedPixels.OPAQUE ? MAX_8_BIT : samples[pixel + photo.alpha()] & 0xff;
                r += (samples[pixel + photo.red()] & 0xff) * alpha / MAX_8_BIT;
                g += (samples[pixel + photo.green()] & 0xff) * alpha / MAX_8_BIT;
                b += (samples[pixel + photo.blue()] & 0xff) * alpha / MAX_8_BIT;
            }
        }
        int target = reduced.index(column, row);
        reduced.samples()[target + reduced.red()] = mean(r, rounding(row));
        reduced.samples()[target + reduced.green()] = mean(g, rounding(row));
        reduced.samples()[target + reduced.blue()] = mean(b, rounding(row));
    }

    /** Halves are rounded up in one row and down in the next, or each reduction would brighten the photo. */
    private int rounding(int row) {
        return factor * factor / 2 - (row & 1);
    }
}
