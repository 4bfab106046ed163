package io.eyegoogler.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Encodes the color indices of a GIF's frame (GIF89a specification, appendix F). */
final class LzwEncoder {

    private static final int MAX_BITS = 12;
    private static final int MAX_CODES = 1 << MAX_BITS;
    private static final int MAX_SUB_BLOCK = 255;
    /** Slots of the hash table, four for each code. */
    private static final int SLOTS = 4 * MAX_CODES;
    /** 2³² divided by the golden ratio, by which keys are spread over the slots (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    private static final int SLOT_SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);

    private final OutputStream out;
    private final int rootBits;
    /** A string's prefix and last index, plus 1, or 0 in a free slot. */
    private final int[] keys = new int[SLOTS];

    private final short[] codes = new short[SLOTS];

    private final byte[] block = new byte[1 + MAX_SUB_BLOCK];
    private int used;
    private int bits;
    private int bitCount;

    /** Creates an encoder of indices of so many bits, 2 to 8. */
    LzwEncoder(OutputStream out, int rootBits) {
        this.out = out;
        this.rootBits = rootBits;
    }

    /** Writes all of the image data: the size of the first codes, sub-blocks and their terminator. */
    void encode(byte[] indices) throws IOException {
        out.write(new byte[] {(byte) rootBits});
        int clear = 1 << rootBits;
        int size = rootBits + 1;
        int next = clear + 2;
        put(clear, size);
        int prefix = indices[0] & 0xff;
        for (int i = 1; i < indices.length; i++) {
            int index = indices[i] & 0xff;
            int key = (prefix << Byte.SIZE | index) + 1;
            int slot = slot(key);
            if (keys[slot] == key) {
                prefix = codes[slot];
                continue;
            }
            put(prefix, size);
            prefix = index;
            if (next == MAX_CODES) {
                put(clear, size);
                Arrays.fill(keys, 0);
                size = rootBits + 1;
                next = clear + 2;
            } else {
                // A decoder learns each string one code later.
                size += next == 1 << size ? 1 : 0;
                keys[slot] = key;
                codes[slot] = (short) next++;
            }
        }
        put(prefix, size);
        size += next == 1 << size && size < MAX_BITS ? 1 : 0;
        put(clear + 1, size);
        put(0, Byte.SIZE - 1);
        writeBlock();
        out.write(new byte[1]);
    }

    /** Returns the slot that has {@code key}, or the free one where it belongs. */
    private int slot(int key) {
        int slot = key * SPREAD >>> SLOT_SHIFT;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private void put(int code, int size) throws IOException {
        bits |= code << bitCount;
        bitCount += size;
        while (bitCount >= Byte.SIZE) {
            block[1 + used++] = (byte) bits;
            bits >>>= Byte.SIZE;
            bitCount -= Byte.SIZE;
            if (used == MAX_SUB_BLOCK) {
                writeBlock();
            }
        }
    }

    private void writeBlock() throws IOException {
        if (used > 0) {
            block[0] = (byte) used;
            out.write(block, 0, 1 + used);
            used = 0;
        }
    }
}
