package io.eyegoogler.image.png;

import java.util.Arrays;

/**
 * A canonical Huffman code of limited length (RFC 1951, 3.2.2).
 *
 * <p>It has at least two symbols, even if fewer have a count: only then is the code complete, as some decoders require.
 */
final class HuffmanCode {
    /** Bits of an {@linkplain #entries entry} that hold the length: as many as a shift of a {@code long} uses. */
    static final int LENGTH_BITS = 6;

    private static final int MIN_SYMBOLS = 2;
    /** Longer than any code for counts that fit an int: the n-th Fibonacci number exceeds 2^31 for n = 47. */
    private static final int UNLIMITED = 48;

    /** Bits of each symbol's code, 0 if it has none. */
    final int[] lengths;
    /** {@code code << LENGTH_BITS | length} for each symbol, the code's first bit lowest. */
    final long[] entries;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.entries = entries(lengths);
    }

    /**
     * Returns an optimal code, or one close to it, for symbols with these counts.
     *
     * @param limit most bits of a code; {@code 1 << limit} must be at least the number of symbols
     */
    static HuffmanCode of(int[] counts, int limit) {
        long[] order = ascending(counts);
        int[] ofLength = limited(lengthCounts(order), limit);
        int[] lengths = new int[counts.length];
        int next = 0;
        for (int length = limit; length > 0; length--) {
            for (int n = ofLength[length]; n > 0; n--) {
                lengths[(int) order[next++]] = length;
            }
        }
        return new HuffmanCode(lengths);
    }

    void put(BitWriter out, int symbol) {
        out.put(entries[symbol] >>> LENGTH_BITS, lengths[symbol]);
    }

    /** Returns {@code count << 32 | symbol} of each symbol to code, the rarest first. */
    private static long[] ascending(int[] counts) {
        long[] order = new long[Math.max(counts.length, MIN_SYMBOLS)];
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                order[n++] = (long) counts[i] << Integer.SIZE | i;
            }
        }
        for (int i = 0; n < MIN_SYMBOLS; i++) {
            if (counts[i] == 0) {
                order[n++] = 1L << Integer.SIZE | i;
            }
        }
        order = Arrays.copyOf(order, n);
        Arrays.sort(order);
        return order;
    }

    /**
     * Returns how many codes have each length, by Huffman's construction with two queues: the two lightest of the
     * leaves (in order) and the inner nodes (created in order) are joined until one is left; then depths are assigned
     * from the root down.
     */
    private static int[] lengthCounts(long[] order) {
        int n = order.length;
        long[] weight = new long[n - 1];
        int[] parent = new int[2 * n - 1];
        int leaf = 0;
        int inner = 0;
        for (int made = 0; made < n - 1; made++) {
            for (int child = 0; child < 2; child++) {
                if (inner == made || leaf < n && order[leaf] >>> Integer.SIZE <= weight[inner]) {
                    weight[made] += order[leaf] >>> Integer.SIZE;
                    parent[leaf++] = n + made;
                } else {
                    weight[made] += weight[inner];
                    parent[n + inner++] = n + made;
                }
            }
        }
        int[] depth = new int[2 * n - 1];
        int[] ofLength = new int[UNLIMITED];
        for (int node = 2 * n - 3; node >= 0; node--) {
            depth[node] = depth[parent[node]] + 1;
            if (node < n) {
                ofLength[depth[node]]++;
            }
        }
        return ofLength;
    }

    /**
     * Shortens codes longer than {@code limit} to it, then lengthens others until the code fits again: Kraft's sum, in
     * units of the longest code, must be {@code 1 << limit}. Each step moves one of the longest codes next to the
     * longest of the shorter ones, which lowers the sum by one.
     */
    private static int[] limited(int[] ofLength, int limit) {
        long sum = 0;
        for (int length = 1; length < UNLIMITED; length++) {
            if (length > limit) {
                ofLength[limit] += ofLength[length];
            }
        }
        for (int length = 1; length <= limit; length++) {
            sum += (long) ofLength[length] << (limit - length);
        }
        for (; sum > 1L << limit; sum--) {
            int split = limit - 1;
            while (ofLength[split] == 0) {
                split--;
            }
            ofLength[limit]--;
            ofLength[split]--;
            ofLength[split + 1] += 2;
        }
        return ofLength;
    }

    private static long[] entries(int[] lengths) {
        int[] next = new int[Integer.SIZE];
        for (int length : lengths) {
            next[length + 1]++;
        }
        next[1] = 0;
        for (int length = 1; length < next.length; length++) {
            next[length] = next[length] + next[length - 1] << 1;
        }
        long[] entries = new long[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            int length = lengths[i];
            if (length > 0) {
                long code = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
                entries[i] = code << LENGTH_BITS | length;
            }
        }
        return entries;
    }
}
