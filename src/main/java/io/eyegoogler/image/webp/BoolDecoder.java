package io.eyegoogler.image.webp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decodes VP8's arithmetic code (RFC 6386, 7). */
final class BoolDecoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Bits that are loaded at once. */
    private static final int LOAD = 48;

    private final byte[] bytes;
    private final int end;
    private int at;
    /** Bits that were loaded and not yet consumed: the 8 that are compared, followed by {@link #bits} more. */
    private long value;

    private int bits = -8;
    /** The range of RFC 6386, less one. */
    private int range = 254;
    /** Whether a zero byte was appended to the data: encoders may omit zeros at the end. */
    private boolean padded;

    private boolean exhausted;

    /** Creates a decoder of {@code bytes} from {@code start} to {@code end}. */
    BoolDecoder(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Returns whether more than one byte beyond the end was consumed. Those bytes are 0. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Reads a bit that is 0 with a probability of {@code probability} / 256. */
    int readBit(int probability) {
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

    boolean readFlag() {
        return readBit(128) != 0;
    }

    /** Reads an unsigned number of {@code count} bits. */
    int readBits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | readBit(128);
        }
        return number;
    }

    /** Reads a number of {@code count} bits and a sign. */
    int readSigned(int count) {
        int number = readBits(count);
        return readFlag() ? -number : number;
    }

    /** Reads a flag and, if it is set, a signed number; returns 0 otherwise. */
    int readOptionalSigned(int count) {
        return readFlag() ? readSigned(count) : 0;
    }
}
