package io.eyegoogler.image.webp;

import java.util.Arrays;
import javax.imageio.IIOException;

/**
 * A prefix code (RFC 9649, 3.7.2), as tables: the first is asked with {@link #rootBits} bits, and where codes are longer,
 * tells of a second one.
 */
final class PrefixCode {

    static final int MAX_LENGTH = 15;
    private static final int MAX_ROOT_BITS = 8;
    /** An entry is a symbol, and on top of that how many bits its code has. */
    private static final int SYMBOL_BITS = 24;

    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
    /** Or it is where a second table begins, and on top of that this number, and how many bits to ask it with. */
    private static final int SECOND = 64;

    private final int[] table;
    private final int rootBits;

    /**
     * The code whose symbols have these lengths; 0: the symbol doesn't occur.
     *
     * @throws IIOException if there are too few codes, or too many
     */
    PrefixCode(int[] lengths) throws IIOException {
        int[] count = new int[MAX_LENGTH + 1];
        int longest = 0;
        for (int length : lengths) {
            count[length]++;
            longest = Math.max(longest, length);
        }
        if (count[0] == lengths.length - 1) {
            // The only symbol takes no bits.
            table = new int[] {only(lengths)};
            rootBits = 0;
            return;
        }
        checkComplete(count);
        rootBits = Math.min(MAX_ROOT_BITS, longest);
        int[] codes = codes(lengths, count);
        table = longest > rootBits ? withSecondTables(lengths, codes) : new int[1 << rootBits];
        fill(lengths, codes);
    }

    private static int only(int[] lengths) {
        int symbol = 0;
        while (lengths[symbol] == 0) {
            symbol++;
        }
        return symbol;
    }

    private static void checkComplete(int[] count) throws IIOException {
        int open = 1;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            open = 2 * open - count[length];
            if (open < 0) {
                throw new IIOException("A prefix code has more codes than there can be");
            }
        }
        if (open > 0) {
            throw new IIOException("A prefix code has fewer codes than it must");
        }
    }

    /** Codes are handed out by length, then by symbol; their first bit, the most significant one, becomes the lowest. */
    private static int[] codes(int[] lengths, int[] count) {
        int[] next = new int[MAX_LENGTH + 1];
        for (int length = 1; length < MAX_LENGTH; length++) {
            next[length + 1] = next[length] + count[length] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> Integer.SIZE - length;
            }
        }
        return codes;
    }

    /** A table that tells where its second tables are, each as large as the longest code in it asks for. */
    private int[] withSecondTables(int[] lengths, int[] codes) {
        int[] bits = new int[1 << rootBits];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int root = codes[symbol] & (1 << rootBits) - 1;
            bits[root] = Math.max(bits[root], lengths[symbol] - rootBits);
        }
        int[] root = new int[1 << rootBits];
        int size = root.length;
        for (int i = 0; i < root.length; i++) {
            if (bits[i] > 0) {
                root[i] = SECOND + bits[i] << SYMBOL_BITS | size;
                size += 1 << bits[i];
            }
        }
        return Arrays.copyOf(root, size);
    }

    private void fill(int[] lengths, int[] codes) {
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length == 0) {
                continue;
            }
            int entry = length << SYMBOL_BITS | symbol;
            int from = 0;
            int bits = rootBits;
            int used = 0;
            if (length > rootBits) {
                int second = table[codes[symbol] & (1 << rootBits) - 1];
                from = second & SYMBOL_MASK;
                bits = (second >>> SYMBOL_BITS) - SECOND;
                used = rootBits;
            }
            for (int i = codes[symbol] >> used; i < 1 << bits; i += 1 << length - used) {
                table[from + i] = entry;
            }
        }
    }

    /** The next symbol. */
    int read(BitReader bits) throws IIOException {
        long ahead = bits.peek();
        int entry = table[(int) ahead & (1 << rootBits) - 1];
        int length = entry >>> SYMBOL_BITS;
        if (length > SECOND) {
            int mask = (1 << length - SECOND) - 1;
            entry = table[(entry & SYMBOL_MASK) + ((int) (ahead >>> rootBits) & mask)];
            length = entry >>> SYMBOL_BITS;
        }
        bits.skip(length);
        return entry & SYMBOL_MASK;
    }

    /** Entries of its tables. */
    int size() {
        return table.length;
    }
}
