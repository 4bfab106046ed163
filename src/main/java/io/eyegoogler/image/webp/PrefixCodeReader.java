package io.eyegoogler.image.webp;

import java.util.Arrays;
import javax.imageio.IIOException;

/** Reads prefix codes, which are stored as the lengths of their codes (RFC 9649, 3.7.2.1). */
final class PrefixCodeReader {

    /** The order in which the lengths of the code for lengths are stored. */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    /** Symbols behind the lengths: the last length again, zeros, and more zeros; how often is in so many bits. */
    private static final int REPEAT = 16;

    private static final int[] REPEAT_BITS = {2, 3, 7};
    private static final int[] MIN_REPEAT = {3, 3, 11};
    /** The length that is repeated before there is one. */
    private static final int FIRST_LENGTH = 8;

    private final BitReader bits;

    PrefixCodeReader(BitReader bits) {
        this.bits = bits;
    }

    /** The next code, for symbols below {@code symbols}. */
    PrefixCode read(int symbols) throws IIOException {
        return new PrefixCode(bits.flag() ? simple(symbols) : lengths(symbols));
    }

    /** One or two symbols. */
    private int[] simple(int symbols) throws IIOException {
        int[] lengths = new int[symbols];
        boolean two = bits.flag();
        lengths[checked(bits.number(bits.flag() ? 8 : 1), symbols)] = 1;
        if (two) {
            lengths[checked(bits.number(8), symbols)] = 1;
        }
        return lengths;
    }

    private static int checked(int symbol, int symbols) throws IIOException {
        if (symbol >= symbols) {
            throw new IIOException("A prefix code for a symbol that there isn't");
        }
        return symbol;
    }

    private int[] lengths(int symbols) throws IIOException {
        int[] lengthLengths = new int[ORDER.length];
        int count = 4 + bits.number(4);
        for (int i = 0; i < count; i++) {
            lengthLengths[ORDER[i]] = bits.number(3);
        }
        PrefixCode code = new PrefixCode(lengthLengths);
        int left = symbols;
        if (bits.flag()) {
            left = 2 + bits.number(2 + 2 * bits.number(3));
        }
        int[] lengths = new int[symbols];
        int last = FIRST_LENGTH;
        int at = 0;
        while (at < symbols && left-- > 0) {
            int symbol = code.read(bits);
            if (symbol < REPEAT) {
                lengths[at++] = symbol;
                last = symbol == 0 ? last : symbol;
                continue;
            }
            int kind = symbol - REPEAT;
            int end = at + MIN_REPEAT[kind] + bits.number(REPEAT_BITS[kind]);
            if (end > symbols) {
                throw new IIOException("A prefix code for more symbols than there are");
            }
            Arrays.fill(lengths, at, end, kind == 0 ? last : 0);
            at = end;
        }
        return lengths;
    }
}
