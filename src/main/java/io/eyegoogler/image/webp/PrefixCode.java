package io.eyegoogler.image.webp;

import java.util.Arrays;
import javax.imageio.IIOException;

/**
 * A canonical prefix code (RFC 9649, 3.7.2), as lookup tables: the root table is indexed by {@link #rootBits} bits, and
 * refers to second-level tables for longer codes.
 */
final class PrefixCode {

    static final int MAX_LENGTH = 15;
    private static final int MAX_ROOT_BITS = 8;
    /** The bits of an entry that hold the symbol; the length of its code is above them. */
    private static final int SYMBOL_BITS = 24;

    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
    /**
     * Added to the index bits of a second-level table in an entry that refers to one; its symbol is the offset of the
     * table.
     */
    private static final int SECOND_LEVEL = 64;

    private final int[] table;
    private final int rootBits;

    /**
     * Creates the code in which symbols have these code lengths; 0 stands for a symbol that is not used.
     *
     * @throws IIOException if the code is incomplete or oversubscribed
     */
    PrefixCode(int[] lengths) throws IIOException {
        int[] count = new int[MAX_LENGTH + 1];
        int maxLength = 0;
        for (int length : lengths) {
            count[length]++;
            maxLength = Math.max(maxLength, length);
        }
        if (count[0] == lengths.length - 1) {
            // The code of the only symbol has no bits.
            table = new int[] {onlySymbol(lengths)};
            rootBits = 0;
            return;
        }
        checkComplete(count);
        rootBits = Math.min(MAX_ROOT_BITS, maxLength);
        int[] codes = codes(lengths, count);
        table = maxLength > rootBits ? allocateTwoLevels(lengths, codes) : new int[1 << rootBits];
        fill(lengths, codes);
    }

    private static int onlySymbol(int[] lengths) {
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
                throw new IIOException("A prefix code is oversubscribed");
            }
        }
        if (open > 0) {
            throw new IIOException("A prefix code is incomplete");
        }
    }

    /**
     * Assigns codes by length, then by symbol, and reverses their bits: the first bit becomes the least significant
     * one.
     */
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

    /** Allocates a root table with references to second-level tables, each as large as its longest code needs. */
    private int[] allocateTwoLevels(int[] lengths, int[] codes) {
        int[] bits = new int[1 << rootBits];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int root = codes[symbol] & (1 << rootBits) - 1;
            bits[root] = Math.max(bits[root], lengths[symbol] - rootBits);
        }
        int[] root = new int[1 << rootBits];
        int size = root.length;
        for (int i = 0; i < root.length; i++) {
            if (bits[i] > 0) {
                root[i] = SECOND_LEVEL + bits[i] << SYMBOL_BITS | size;
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
                bits = (second >>> SYMBOL_BITS) - SECOND_LEVEL;
                used = rootBits;
            }
            for (int i = codes[symbol] >> used; i < 1 << bits; i += 1 << length - used) {
                table[from + i] = entry;
            }
        }
    }

    /** Reads the next symbol. */
    int read(BitReader bits) throws IIOException {
        long ahead = bits.peek();
        int entry = table[(int) ahead & (1 << rootBits) - 1];
        int length = entry >>> SYMBOL_BITS;
        if (length > SECOND_LEVEL) {
            int mask = (1 << length - SECOND_LEVEL) - 1;
            entry = table[(entry & SYMBOL_MASK) + ((int) (ahead >>> rootBits) & mask)];
            length = entry >>> SYMBOL_BITS;
        }
        bits.skip(length);
        return entry & SYMBOL_MASK;
    }

    /** Returns the count of entries of all tables. */
    int size() {
        return table.length;
    }
}
