package io.eyegoogler.image.png;

import java.util.Arrays;

/**
 * Finds what was there before (LZ77): for each place the longest of a few earlier ones that begin with the same five
 * bytes, and of the three where drawn pictures repeat: one pixel back, one row up, and as far back as last time.
 *
 * <p>Nearer places are looked at first and a tie keeps the nearer: its distance takes fewer bits.
 */
final class MatchFinder {
    /**
     * Bytes of the shortest match, all looked up at once. Shorter ones hardly pay for their symbols, and there are so
     * many by chance that looking at them takes most of the time.
     */
    private static final int SHORTEST = 5;
    /** Moves the bytes that are looked up to the top of a {@code long}, and the others out. */
    private static final int HASH_SHIFT = Long.SIZE - SHORTEST * Byte.SIZE;
    /** Bytes at the end that no match begins in, so that eight can be read anywhere. */
    private static final int TAIL = Long.BYTES;

    private static final int HASH_BITS = 14;
    /** Multiplicative hashing: 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;
    /** How many earlier places with the same hash are tried. */
    private static final int TRIES = 4;

    private static final int WINDOW_MASK = DeflateFormat.MAX_DISTANCE - 1;
    /** Without a match the step grows by one byte for each {@code 1 << STEP_SHIFT} bytes since the last. */
    private static final int STEP_SHIFT = 6;
    /** Of a match longer than this only its last bytes, and before them one in {@code SPARSE_STEP}, become findable. */
    private static final int LONG_MATCH = 64;

    private static final int SPARSE_STEP = 8;
    private static final int DENSE_END = 16;

    /** The latest place of each hash, -1 for none. */
    private final int[] latest = new int[1 << HASH_BITS];
    /** For each place, modulo the window, the one before it that has the same hash. */
    private final int[] earlier = new int[DeflateFormat.MAX_DISTANCE];

    private byte[] bytes;
    private int end;
    private int unit;
    private int stride;
    private int lastDistance;

    private int matchLength;
    private int matchDistance;

    /**
     * Takes {@code bytes[0, length)} apart.
     *
     * @param bytes  longer than {@code length} by eight at least
     * @param unit   bytes of a pixel
     * @param stride bytes of a row
     */
    void find(byte[] bytes, int length, int unit, int stride, Lz77Tokens tokens) {
        this.bytes = bytes;
        this.end = length;
        this.unit = unit;
        this.stride = Math.min(stride, DeflateFormat.MAX_DISTANCE);
        lastDistance = unit;
        Arrays.fill(latest, -1);
        tokens.clear();
        int literals = 0;
        int at = 0;
        while (at < length - TAIL) {
            longest(at);
            if (matchLength < SHORTEST) {
                remember(at);
                at += 1 + (at - literals >> STEP_SHIFT);
                continue;
            }
            tokens.add(bytes, literals, at, matchLength, matchDistance);
            rememberMatch(at);
            lastDistance = matchDistance;
            at += matchLength;
            literals = at;
        }
        tokens.addLast(bytes, literals, length);
    }

    private void remember(int at) {
        int hash = hash(at);
        earlier[at & WINDOW_MASK] = latest[hash];
        latest[hash] = at;
    }

    private void rememberMatch(int at) {
        int step = matchLength > LONG_MATCH ? SPARSE_STEP : 1;
        int to = Math.min(at + matchLength, end - TAIL);
        int dense = to - DENSE_END;
        for (int i = at; i < to; i += i < dense ? step : 1) {
            remember(i);
        }
    }

    private int hash(int at) {
        return (int) ((LittleEndian.getLong(bytes, at) << HASH_SHIFT) * HASH_FACTOR >>> Long.SIZE - HASH_BITS);
    }

    private void longest(int at) {
        int most = Math.min(DeflateFormat.MAX_MATCH, end - at);
        matchLength = SHORTEST - 1;
        compare(at, at - unit, most);
        int oldest = Math.max(0, at - DeflateFormat.MAX_DISTANCE + 1);
        int from = latest[hash(at)];
        for (int tries = TRIES; tries > 0 && from >= oldest && matchLength < most; tries--) {
            compare(at, from, most);
            from = earlier[from & WINDOW_MASK];
        }
        if (matchLength < most) {
            compare(at, at - lastDistance, most);
            compare(at, at - stride, most);
        }
    }

    /** Takes the match at {@code from} if it is longer than the one found. */
    private void compare(int at, int from, int most) {
        if (from < 0 || matchLength >= most || bytes[from + matchLength] != bytes[at + matchLength]) {
            return;
        }
        int length = 0;
        long difference = 0;
        while (difference == 0 && length < most) {
            difference = LittleEndian.getLong(bytes, from + length) ^ LittleEndian.getLong(bytes, at + length);
            length += difference == 0 ? Long.BYTES : Long.numberOfTrailingZeros(difference) >>> 3;
        }
        length = Math.min(length, most);
        if (length > matchLength) {
            matchLength = length;
            matchDistance = at - from;
        }
    }
}
