package io.eyegoogler.image.png;

import java.util.Arrays;

/**
 * Finds repeated bytes (LZ77): at each position the longest match among a few earlier positions with the same five
 * bytes, which a hash chain links, and among the three where drawings repeat: one pixel back, one row up, and at the
 * last match's distance.
 *
 * <p>Nearer positions are compared first, and ties keep the nearer one, whose distance takes fewer bits.
 *
 * <p>On drawings and screenshots of 0.3 to 5 megapixels the JDK's zlib takes 5 to 50 percent more bytes in the same
 * time (levels 1 to 3), or two to three times as long for about as many bytes (levels 4 to 6).
 */
final class MatchFinder {
    /**
     * Bytes of the shortest match, all of which are hashed. Shorter ones hardly pay for their symbols, and so many
     * occur by chance that comparing them would take most of the time.
     */
    private static final int MIN_MATCH = 5;
    /** Moves the bytes that are hashed to the top of a {@code long}, and the others out. */
    private static final int HASH_SHIFT = Long.SIZE - MIN_MATCH * Byte.SIZE;
    /** Bytes at the end in which no match begins, so that eight can be read at any position. */
    private static final int TAIL = Long.BYTES;

    private static final int HASH_BITS = 14;
    /** Multiplicative hashing: 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;
    /** Most earlier positions with the same hash that are compared. */
    private static final int MAX_CHAIN = 4;

    private static final int WINDOW_MASK = DeflateFormat.MAX_DISTANCE - 1;
    /** Without a match the step grows by one byte for each {@code 1 << STEP_SHIFT} bytes since the last match. */
    private static final int STEP_SHIFT = 6;
    /** Of a longer match only the last {@code DENSE_END} bytes, and one in {@code SPARSE_STEP} before, are inserted. */
    private static final int LONG_MATCH = 64;

    private static final int SPARSE_STEP = 8;
    private static final int DENSE_END = 16;

    /** The head position of each hash, -1 for none. */
    private final int[] head = new int[1 << HASH_BITS];
    /** For each position, modulo the window, the previous one with the same hash. */
    private final int[] previous = new int[DeflateFormat.MAX_DISTANCE];

    private byte[] bytes;
    private int end;
    private int pixelBytes;
    private int rowBytes;
    private int lastDistance;

    private int matchLength;
    private int matchDistance;

    /**
     * Splits {@code bytes[0, length)} into tokens.
     *
     * @param bytes      must be at least eight bytes longer than {@code length}
     * @param pixelBytes bytes of a pixel
     * @param rowBytes   bytes of a row
     * @param tokens     receives the tokens; earlier ones are cleared
     */
    void find(byte[] bytes, int length, int pixelBytes, int rowBytes, Lz77Tokens tokens) {
        this.bytes = bytes;
        this.end = length;
        this.pixelBytes = pixelBytes;
        this.rowBytes = Math.min(rowBytes, DeflateFormat.MAX_DISTANCE);
        lastDistance = pixelBytes;
        Arrays.fill(head, -1);
        tokens.clear();
        int literals = 0;
        int at = 0;
        while (at < length - TAIL) {
            findLongest(at);
            if (matchLength < MIN_MATCH) {
                insert(at);
                at += 1 + (at - literals >> STEP_SHIFT);
                continue;
            }
            tokens.add(bytes, literals, at, matchLength, matchDistance);
            insertMatch(at);
            lastDistance = matchDistance;
            at += matchLength;
            literals = at;
        }
        tokens.addLast(bytes, literals, length);
    }

    private void insert(int at) {
        int hash = hash(at);
        previous[at & WINDOW_MASK] = head[hash];
        head[hash] = at;
    }

    private void insertMatch(int at) {
        int step = matchLength > LONG_MATCH ? SPARSE_STEP : 1;
        int to = Math.min(at + matchLength, end - TAIL);
        int dense = to - DENSE_END;
        for (int i = at; i < to; i += i < dense ? step : 1) {
            insert(i);
        }
    }

    private int hash(int at) {
        return (int) ((LittleEndian.getLong(bytes, at) << HASH_SHIFT) * HASH_FACTOR >>> Long.SIZE - HASH_BITS);
    }

    private void findLongest(int at) {
        int max = Math.min(DeflateFormat.MAX_MATCH, end - at);
        matchLength = MIN_MATCH - 1;
        compare(at, at - pixelBytes, max);
        int oldest = Math.max(0, at - DeflateFormat.MAX_DISTANCE + 1);
        int from = head[hash(at)];
        for (int links = MAX_CHAIN; links > 0 && from >= oldest && matchLength < max; links--) {
            compare(at, from, max);
            from = previous[from & WINDOW_MASK];
        }
        if (matchLength < max) {
            compare(at, at - lastDistance, max);
            compare(at, at - rowBytes, max);
        }
    }

    /** Keeps the match at {@code from} if it is longer than the best so far. */
    private void compare(int at, int from, int max) {
        if (from < 0 || matchLength >= max || bytes[from + matchLength] != bytes[at + matchLength]) {
            return;
        }
        int length = 0;
        long difference = 0;
        while (difference == 0 && length < max) {
            difference = LittleEndian.getLong(bytes, from + length) ^ LittleEndian.getLong(bytes, at + length);
            length += difference == 0 ? Long.BYTES : Long.numberOfTrailingZeros(difference) >>> 3;
        }
        length = Math.min(length, max);
        if (length > matchLength) {
            matchLength = length;
            matchDistance = at - from;
        }
    }
}
