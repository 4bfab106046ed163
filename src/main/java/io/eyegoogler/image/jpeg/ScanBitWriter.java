package io.eyegoogler.image.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs bits into bytes, the first bit highest, with a zero byte after each 0xFF, which would begin a marker otherwise
 * (T.81, F.1.2.3). It stores eight bytes at a time.
 */
final class ScanBitWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_ONES = 0x0101010101010101L;
    private static final int INITIAL_BYTES = 64 << 10;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int position;
    /** Bits that don't fill a word yet, the first highest; higher bits have been stored already. */
    private long pending;
    /** Bits until the word is full, 0 to 64. */
    private int free = Long.SIZE;

    void clear() {
        position = 0;
        free = Long.SIZE;
    }

    /** Ensures capacity for {@code more} bytes. */
    void reserve(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, position + more));
        }
    }

    /** Appends the lowest {@code count} bits of {@code value}, whose other bits are zero. */
    void put(int value, int count) {
        if (count <= free) {
            pending = pending << count | value;
            free -= count;
        } else {
            store(pending << free | value >>> count - free);
            pending = value;
            free += Long.SIZE - count;
        }
    }

    private void store(long word) {
        // Adding one clears the high bit of bytes that are 0xFF, and of a few more if it carries.
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

    /** Pads the current byte with ones and stores all pending bits. */
    void finish() {
        if (free < Long.SIZE) {
            storeStuffed(pending << free | (1L << free) - 1, (Long.SIZE - free + Byte.SIZE - 1) / Byte.SIZE);
            free = Long.SIZE;
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, position);
    }
}
