package io.eyegoogler.image.webp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import javax.imageio.IIOException;

/** Reads numbers whose least significant bit comes first. */
final class BitReader {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    /** Bits. */
    private long position;

    /** Reads {@code bytes} from {@code start}. */
    BitReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = 8L * start;
    }

    /** The next bits, at least 57 of them; beyond the end they are 0. */
    long peek() {
        int at = (int) (position >>> 3);
        long next = at <= bytes.length - Long.BYTES ? (long) LONG.get(bytes, at) : last(at);
        return next >>> (position & 7);
    }

    private long last(int start) {
        long last = 0;
        for (int at = bytes.length - 1; at >= start; at--) {
            last = last << 8 | bytes[at] & 0xff;
        }
        return last;
    }

    /** Leaves bits behind that were looked at. */
    void skip(int count) throws IIOException {
        position += count;
        if (position > 8L * bytes.length) {
            throw new IIOException("The picture ends before its last pixels");
        }
    }

    /** An unsigned number of at most 24 bits. */
    int number(int count) throws IIOException {
        int number = (int) peek() & (1 << count) - 1;
        skip(count);
        return number;
    }

    boolean flag() throws IIOException {
        return number(1) != 0;
    }
}
