package io.eyegoogler.image.png;

import java.util.Arrays;

/** Bytes as Deflate sees them: literals in between matches with bytes before, and how often each symbol comes up. */
final class Lz77Tokens {
    /** Longest code of a length or a distance, in bits: as the literals', since they share an alphabet. */
    private static final int MAX_CODE_BITS = LiteralWriter.MAX_CODE_BITS;

    private static final int LENGTH_SHIFT = 16;

    private final int[] literalCounts = new int[DeflateFormat.LITERAL_SYMBOLS];
    private final int[] distanceCounts = new int[DeflateFormat.DISTANCE_SYMBOLS];
    /** Literals in front of each match, and behind the last. */
    private int[] runs = new int[1 << 10];
    /** Length and distance - 1 of each match. */
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

    /** Adds the literals {@code bytes[from, to)} and a match behind them. */
    void add(byte[] bytes, int from, int to, int length, int distance) {
        addLast(bytes, from, to);
        matches[size++] = length << LENGTH_SHIFT | distance - 1;
        literalCounts[DeflateFormat.lengthSymbol(length)]++;
        distanceCounts[DeflateFormat.distanceSymbol(distance)]++;
        extraBits += DeflateFormat.lengthExtraBits(length) + DeflateFormat.distanceExtraBits(distance);
    }

    /** Adds the literals behind the last match. */
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

    /** About how many bits {@link #put} will take, the block's head not counted. */
    double bits() {
        return ByteHistogram.bits(literalCounts) + ByteHistogram.bits(distanceCounts) + extraBits;
    }

    /** Writes all as a block; the literals are read again from {@code bytes}. */
    void put(BitWriter sink, byte[] bytes, boolean last) {
        HuffmanCode literals = HuffmanCode.of(literalCounts, MAX_CODE_BITS);
        HuffmanCode distances = HuffmanCode.of(distanceCounts, MAX_CODE_BITS);
        DynamicHuffmanHeader.put(sink, literals, distances, last);
        int at = 0;
        for (int i = 0; i < size; i++) {
            LiteralWriter.put(sink, literals.entries, bytes, at, at + runs[i]);
            int length = matches[i] >>> LENGTH_SHIFT;
            putMatch(sink, literals, distances, length, (matches[i] & 0xffff) + 1);
            at += runs[i] + length;
        }
        LiteralWriter.put(sink, literals.entries, bytes, at, at + runs[size]);
        literals.put(sink, DeflateFormat.END_OF_BLOCK);
    }

    private static void putMatch(
            BitWriter sink, HuffmanCode literals, HuffmanCode distances, int length, int distance) {
        literals.put(sink, DeflateFormat.lengthSymbol(length));
        int lengthExtra = DeflateFormat.lengthExtraBits(length);
        sink.put(length - DeflateFormat.MIN_MATCH & (1 << lengthExtra) - 1, lengthExtra);
        distances.put(sink, DeflateFormat.distanceSymbol(distance));
        int distanceExtra = DeflateFormat.distanceExtraBits(distance);
        sink.put(distance - 1 & (1 << distanceExtra) - 1, distanceExtra);
    }
}
