package io.eyegoogler.image.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs bits into bytes, first bit highest, with a zero byte behind each 0xFF, which would begin a marker otherwise
 * (T.81, F.1.2.3). Eight bytes are stored at a time.
 */
final class ScanBitWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_ONES = 0x0101010101010101L;
    private static final int START_BYTES = 64 << 10;

    private byte[] bytes = new byte[START_BYTES];
    private int position;
    /** Bits that wait for the word to be full, the first highest; above them lies what has been written already. */
    private long waiting;
    /** How many more fit, 0 to 64. */
    private int free = Long.SIZE;

    void clear() {
        position = 0;
        free = Long.SIZE;
    }

    /** Makes sure that {@code more} bytes fit. */
    void reserve(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, position + more));
        }
    }

    /** Appends the lowest {@code count} bits of {@code value}, whose others are zero. */
    void put(int value, int count) {
        if (count <= free) {
            waiting = waiting << count | value;
            free -= count;
        } else {
            store(waiting << free | value >>> count - free);
            waiting = value;
            free += Long.SIZE - count;
        }
    }

    private void store(long word) {
        // Adding one takes the high bit from those bytes that are 0xFF, and from a few more if it carries.
        if ((word & ~(word + LOW_ONES) & HIGH_BITS) == 0) {
            LONG.set(bytes, position, word);
            position += Long.BYTES;
        } else {
            storeStuffed(word, Long.BYTES);
        }
    }

    /** Stores the highest {@code count} bytes. */
    private void storeStuffed(long word, int count) {
        for (int i = 1; i <= count; i++) {
            byte next = (byte) (word >>> Long.SIZE - i * Byte.SIZE);
            bytes[position++] = next;
            if (next == (byte) 0xff) {
                bytes[position++] = 0;
            }
        }
    }

    /** Fills the byte begun with ones, and stores all that waits. */
    void finish() {
        if (free < Long.SIZE) {
            storeStuffed(waiting << free | (1L << free) - 1, (Long.SIZE - free + Byte.SIZE - 1) / Byte.SIZE);
            free = Long.SIZE;
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, position);
    }
}
