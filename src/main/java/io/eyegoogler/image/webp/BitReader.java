package io.eyegoogler.image.webp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOException;

/** Reads numbers whose least significant bit comes first. */
final class BitReader {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    /** Bits. */
    private final long end;
    private long position;

    /** Reads {@code bytes} from {@code start}. */
    BitReader(byte[] bytes, int start) {
        // So that eight bytes can be taken anywhere.
        this.bytes = Arrays.copyOfRange(bytes, start, bytes.length + Long.BYTES);
        this.end = 8L * (bytes.length - start);
    }

    /** The next bits, at least 57 of them; beyond the end they are 0. */
    long peek() {
        return (long) LONG.get(bytes, (int) (position >>> 3)) >>> (position & 7);
    }

    /** Leaves bits behind that were looked at. */
    void skip(int count) throws IIOException {
        position += count;
        if (position > end) {
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
