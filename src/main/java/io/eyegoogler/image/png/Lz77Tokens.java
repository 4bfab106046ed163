package io.eyegoogler.image.png;

import java.util.Arrays;

/** Data as a sequence of LZ77 tokens, literals and matches with earlier bytes, and the count of each symbol. */
final class Lz77Tokens {
    /**
     * Shorter runs of literals are written one by one: short runs in the hot loop of photos would make the JIT compiler
     * generate code for it that takes a tenth more time.
     */
    private static final int LONG_RUN = 64;

    private static final int LENGTH_SHIFT = 16;

    private final int[] literalCounts = new int[DeflateFormat.LITERAL_SYMBOLS];
    private final int[] distanceCounts = new int[DeflateFormat.DISTANCE_SYMBOLS];
    /** Number of literals before each match, and after the last. */
    private int[] runs = new int[1 << 10];
    /** {@code length << LENGTH_SHIFT | distance - 1} of each match. */
    private int[] matches = new int[1 << 10];

    private int size;
    private long extraBits;

    void clear() {
        Arrays.fill(literalCounts, 0);
        Arrays.fill(distanceCounts, 0);
        size = 0;
        extraBits = 0;
        literalCounts[DeflateFormat.END_OF_BLOCK] = 1;
    }

    /** Adds the literals {@code bytes[from, to)} and a match after them. */
    void add(byte[] bytes, int from, int to, int length, int distance) {
        addLast(bytes, from, to);
        matches[size++] = length << LENGTH_SHIFT | distance - 1;
        literalCounts[DeflateFormat.lengthSymbol(length)]++;
        distanceCounts[DeflateFormat.distanceSymbol(distance)]++;
        extraBits += DeflateFormat.lengthExtraBits(length) + DeflateFormat.distanceExtraBits(distance);
    }

    /** Adds the literals after the last match. */
    void addLast(byte[] bytes, int from, int to) {
        if (size == runs.length) {
            runs = Arrays.copyOf(runs, 2 * size);
            matches = Arrays.copyOf(matches, 2 * size);
        }
        runs[size] = to - from;
        for (int i = from; i < to; i++) {
            literalCounts[bytes[i] & 0xff]++;
        }
    }

    /** Estimates the bits that {@link #put} will write, not counting the header of the block. */
    double bits() {
        return ByteHistogram.bits(literalCounts) + ByteHistogram.bits(distanceCounts) + extraBits;
    }

    /** Writes the tokens as a block; {@code bytes} must be those that were added. */
    void put(BitWriter out, byte[] bytes, boolean last) {
        HuffmanCode literals = HuffmanCode.of(literalCounts, LiteralWriter.MAX_CODE_BITS);
        HuffmanCode distances = HuffmanCode.of(distanceCounts, LiteralWriter.MAX_CODE_BITS);
        DynamicHuffmanHeader.put(out, literals, distances, last);
        int at = 0;
        for (int i = 0; i < size; i++) {
            putLiterals(out, literals, bytes, at, at + runs[i]);
            int length = matches[i] >>> LENGTH_SHIFT;
            putMatch(out, literals, distances, length, (matches[i] & 0xffff) + 1);
            at += runs[i] + length;
        }
        putLiterals(out, literals, bytes, at, at + runs[size]);
        literals.put(out, DeflateFormat.END_OF_BLOCK);
    }

    private static void putLiterals(BitWriter out, HuffmanCode literals, byte[] bytes, int from, int to) {
        if (to - from >= LONG_RUN) {
            LiteralWriter.put(out, literals.entries, bytes, from, to);
        } else {
            for (int i = from; i < to; i++) {
                literals.put(out, bytes[i] & 0xff);
            }
        }
    }

    private static void putMatch(BitWriter out, HuffmanCode literals, HuffmanCode distances, int length, int distance) {
        literals.put(out, DeflateFormat.lengthSymbol(length));
        int lengthExtra = DeflateFormat.lengthExtraBits(length);
        out.put(length - DeflateFormat.MIN_MATCH & (1 << lengthExtra) - 1, lengthExtra);
        distances.put(out, DeflateFormat.distanceSymbol(distance));
        int distanceExtra = DeflateFormat.distanceExtraBits(distance);
        out.put(distance - 1 & (1 << distanceExtra) - 1, distanceExtra);
    }
}
