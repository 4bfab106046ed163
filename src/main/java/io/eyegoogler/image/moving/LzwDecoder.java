package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import java.nio.ByteBuffer;
import javax.imageio.IIOException;

/**
 * Decodes the color indices of a GIF's frame (GIF89a specification, appendix F). Codes beyond the last pixel are
 * ignored; of a frame that ends early the first pixels are decoded, as browsers show it.
 */
final class LzwDecoder {

    private static final int MAX_BITS = 12;
    private static final int MAX_CODES = 1 << MAX_BITS;
    private static final int MAX_ROOT_BITS = 8;
    private static final int NONE = -1;
    /** Codes between two checks for cancellation: some microseconds' worth. */
    private static final int CHECK_INTERVAL = 1 << 12;

    private final ByteBuffer file;
    private int at;
    /** Bytes left in the sub-block. */
    private int left;

    private int bits;
    private int bitCount;

    private final short[] prefixes = new short[MAX_CODES];
    private final byte[] suffixes = new byte[MAX_CODES];
    private final byte[] firsts = new byte[MAX_CODES];
    private final short[] lengths = new short[MAX_CODES];

    /** Creates a decoder of the image data in {@code file}, from the byte with the size of the first codes on. */
    LzwDecoder(ByteBuffer file, int at) {
        this.file = file;
        this.at = at;
    }

    /** Sets {@code indices} and returns how many there were. */
    int decode(byte[] indices, Cancellation cancellation) throws IIOException {
        int rootBits = file.get(at++) & 0xff;
        if (rootBits < 1 || rootBits > MAX_ROOT_BITS) {
            throw new IIOException("Codes of " + rootBits + " bits");
        }
        int clear = 1 << rootBits;
        for (int i = 0; i < clear; i++) {
            suffixes[i] = (byte) i;
            firsts[i] = (byte) i;
            lengths[i] = 1;
        }
        int size = rootBits + 1;
        int next = clear + 2;
        int previous = NONE;
        int done = 0;
        int untilCheck = CHECK_INTERVAL;
        while (done < indices.length) {
            if (--untilCheck == 0) {
                untilCheck = CHECK_INTERVAL;
                cancellation.check();
            }
            int code = readCode(size);
            if (code < 0 || code == clear + 1) {
                return done;
            }
            if (code == clear) {
                size = rootBits + 1;
                next = clear + 2;
                previous = NONE;
                continue;
            }
            if (code > next || code >= clear && previous == NONE) {
                throw new IIOException("A code that isn't defined");
            }
            if (previous != NONE && next < MAX_CODES) {
                prefixes[next] = (short) previous;
                firsts[next] = firsts[previous];
                suffixes[next] = code == next ? firsts[previous] : firsts[code];
                // Strings are at most as long as there are codes.
                lengths[next] = (short) (lengths[previous] + 1);
                next++;
                if (next == 1 << size && size < MAX_BITS) {
                    size++;
                }
            }
            done = write(code, indices, done);
            previous = code;
        }
        return done;
    }

    /** Writes the string of a code backwards, as it is stored, and returns where it ends. */
    private int write(int code, byte[] indices, int start) {
        int end = start + lengths[code];
        int each = code;
        for (int i = end - 1; i >= start; i--) {
            if (i < indices.length) {
                indices[i] = suffixes[each];
            }
            each = prefixes[each];
        }
        return Math.min(end, indices.length);
    }

    /** Returns a code, or a negative number at the end of the data. */
    private int readCode(int size) {
        while (bitCount < size) {
            if (left == 0) {
                left = file.get(at++) & 0xff;
                if (left == 0) {
                    at--;
                    return NONE;
                }
            }
            bits |= (file.get(at++) & 0xff) << bitCount;
            bitCount += Byte.SIZE;
            left--;
        }
        int code = bits & (1 << size) - 1;
        bits >>>= size;
        bitCount -= size;
        return code;
    }
}
