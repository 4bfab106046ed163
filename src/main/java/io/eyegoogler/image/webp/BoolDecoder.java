package io.eyegoogler.image.webp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** VP8's arithmetic decoder (RFC 6386, 7). */
final class BoolDecoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Bits that are taken from the bytes at once. */
    private static final int LOAD = 48;

    private final byte[] bytes;
    private final int end;
    private int at;
    /** Bytes taken and not yet used up, the oldest bit first; {@link #bits} more than the 8 that are compared. */
    private long value;

    private int bits = -8;
    /** One less than the range of RFC 6386. */
    private int range = 254;
    /** Whether a byte was made up: an encoder may have left out zeros at the end. */
    private boolean padded;

    private boolean exhausted;

    /** Decodes from {@code bytes} between {@code start} and {@code end}. */
    BoolDecoder(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Whether more bytes were asked for than there are and one; those beyond are 0. */
    boolean exhausted() {
        return exhausted;
    }

    /** A bit that is 0 with a probability of {@code probability} / 256. */
    int bit(int probability) {
        if (bits < 0) {
            load();
        }
        int split = range * probability >> 8;
        int one = 0;
        int wide;
        if ((int) (value >>> bits) > split) {
            wide = range - split;
            value -= (long) (split + 1) << bits;
            one = 1;
        } else {
            wide = split + 1;
        }
        int shift = Integer.numberOfLeadingZeros(wide) - 24;
        range = (wide << shift) - 1;
        bits -= shift;
        return one;
    }

    private void load() {
        if (at + Long.BYTES <= end) {
            value = value << LOAD | (long) LONG.get(bytes, at) >>> Long.SIZE - LOAD;
            at += LOAD / 8;
            bits += LOAD;
        } else if (at < end) {
            value = value << 8 | bytes[at++] & 0xff;
            bits += 8;
        } else {
            exhausted |= padded;
            padded = true;
            value <<= 8;
            bits += 8;
        }
    }

    boolean flag() {
        return bit(128) != 0;
    }

    /** An unsigned number of {@code count} bits. */
    int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | bit(128);
        }
        return number;
    }

    /** A number of {@code count} bits and a sign. */
    int signedNumber(int count) {
        int number = number(count);
        return flag() ? -number : number;
    }

    /** A flag, and where it is set, a signed number; else 0. */
    int optionalNumber(int count) {
        return flag() ? signedNumber(count) : 0;
    }
}
