package io.eyegoogler.image.webp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import javax.imageio.IIOException;

/** Reads the bits of a VP8L bitstream, the least significant bit of each byte first. */
final class BitReader {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    /** Offset in bits. */
    private long position;

    /** Creates a reader of {@code bytes} from {@code start} on. */
    BitReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = 8L * start;
    }

    /** Returns at least 57 of the next bits without consuming them; beyond the end they are 0. */
    long peek() {
        int at = (int) (position >>> 3);
        long next = at <= bytes.length - Long.BYTES ? (long) LONG.get(bytes, at) : lastBytes(at);
        return next >>> (position & 7);
    }

    private long lastBytes(int start) {
        long last = 0;
        for (int at = bytes.length - 1; at >= start; at--) {
            last = last << 8 | bytes[at] & 0xff;
        }
        return last;
    }

    /** Consumes bits that were peeked. */
    void skip(int count) throws IIOException {
        position += count;
        if (position > 8L * bytes.length) {
            throw new IIOException("The bitstream ends before the last pixel");
        }
    }

    /** Reads an unsigned number of at most 24 bits. */
    int readBits(int count) throws IIOException {
        int number = (int) peek() & (1 << count) - 1;
        skip(count);
        return number;
    }

    boolean readFlag() throws IIOException {
        return readBits(1) != 0;
    }
}
