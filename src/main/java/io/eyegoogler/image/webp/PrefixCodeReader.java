package io.eyegoogler.image.webp;

import java.util.Arrays;
import javax.imageio.IIOException;

/** Reads prefix codes, which are stored as code lengths (RFC 9649, 3.7.2.1). */
final class PrefixCodeReader {

    /** The order in which the lengths of the code length code are stored. */
    private static final int[] CODE_LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    /** The first of three symbols for repetitions: of the last length, of zero, and of zero more often. */
    private static final int REPEAT = 16;
    /** Extra bits for the count of repetitions. */
    private static final int[] REPEAT_BITS = {2, 3, 7};
    /** The least count of repetitions. */
    private static final int[] MIN_REPEAT = {3, 3, 11};
    /** The length that is repeated if none was read before. */
    private static final int DEFAULT_LENGTH = 8;

    private final BitReader bits;

    PrefixCodeReader(BitReader bits) {
        this.bits = bits;
    }

    /** Reads the next code, for symbols less than {@code symbols}. */
    PrefixCode read(int symbols) throws IIOException {
        return new PrefixCode(bits.readFlag() ? readSimple(symbols) : readLengths(symbols));
    }

    /** Reads one or two symbols. */
    private int[] readSimple(int symbols) throws IIOException {
        int[] lengths = new int[symbols];
        boolean two = bits.readFlag();
        lengths[checked(bits.readBits(bits.readFlag() ? 8 : 1), symbols)] = 1;
        if (two) {
            lengths[checked(bits.readBits(8), symbols)] = 1;
        }
        return lengths;
    }

    private static int checked(int symbol, int symbols) throws IIOException {
        if (symbol >= symbols) {
            throw new IIOException("A prefix code has an invalid symbol");
        }
        return symbol;
    }

    private int[] readLengths(int symbols) throws IIOException {
        int[] codeLengthLengths = new int[CODE_LENGTH_ORDER.length];
        int count = 4 + bits.readBits(4);
        for (int i = 0; i < count; i++) {
            codeLengthLengths[CODE_LENGTH_ORDER[i]] = bits.readBits(3);
        }
        PrefixCode code = new PrefixCode(codeLengthLengths);
        int remaining = symbols;
        if (bits.readFlag()) {
            remaining = 2 + bits.readBits(2 + 2 * bits.readBits(3));
        }
        int[] lengths = new int[symbols];
        int last = DEFAULT_LENGTH;
        int at = 0;
        while (at < symbols && remaining-- > 0) {
            int symbol = code.read(bits);
            if (symbol < REPEAT) {
                lengths[at++] = symbol;
                last = symbol == 0 ? last : symbol;
                continue;
            }
            int repeat = symbol - REPEAT;
            int end = at + MIN_REPEAT[repeat] + bits.readBits(REPEAT_BITS[repeat]);
            if (end > symbols) {
                throw new IIOException("A prefix code has too many symbols");
            }
            Arrays.fill(lengths, at, end, repeat == 0 ? last : 0);
            at = end;
        }
        return lengths;
    }
}
