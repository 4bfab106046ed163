package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import java.util.Arrays;
import java.util.BitSet;
import javax.imageio.IIOException;

/**
 * An entropy-coded image (RFC 9649, 3.7.3): the main image, or one that holds the data of a transform or of the prefix
 * codes.
 */
final class EntropyCodedImage {

    /**
     * The most table entries of all prefix codes that an image may have in addition to one per pixel: those of the
     * largest group. Files by libwebp have less than a tenth of this bound.
     */
    private static final int MAX_GROUP_ENTRIES = 1 << 17;
    /** The most table entries of all prefix codes, whatever the size of the image. */
    private static final int MAX_ENTRIES = 1 << 23;

    private static final int MAX_CACHE_BITS = 11;
    /** Distance codes up to this one stand for a pixel nearby. */
    private static final int MAX_NEAR_CODE = 120;
    /** Pixels nearby: rows up in the upper four bits, and 8 less the columns to the left in the lower. */
    private static final int[] NEAR_PIXELS = {
        0x18, 0x07, 0x17, 0x19, 0x28, 0x06, 0x27, 0x29, 0x16, 0x1a, 0x26, 0x2a, 0x38, 0x05, 0x37, 0x39, 0x15, 0x1b,
        0x36, 0x3a, 0x25, 0x2b, 0x48, 0x04, 0x47, 0x49, 0x14, 0x1c, 0x35, 0x3b, 0x46, 0x4a, 0x24, 0x2c, 0x58, 0x45,
        0x4b, 0x34, 0x3c, 0x03, 0x57, 0x59, 0x13, 0x1d, 0x56, 0x5a, 0x23, 0x2d, 0x44, 0x4c, 0x55, 0x5b, 0x33, 0x3d,
        0x68, 0x02, 0x67, 0x69, 0x12, 0x1e, 0x66, 0x6a, 0x22, 0x2e, 0x54, 0x5c, 0x43, 0x4d, 0x65, 0x6b, 0x32, 0x3e,
        0x78, 0x01, 0x77, 0x79, 0x53, 0x5d, 0x11, 0x1f, 0x64, 0x6c, 0x42, 0x4e, 0x76, 0x7a, 0x21, 0x2f, 0x75, 0x7b,
        0x31, 0x3f, 0x63, 0x6d, 0x52, 0x5e, 0x00, 0x74, 0x7c, 0x41, 0x4f, 0x10, 0x20, 0x62, 0x6e, 0x30, 0x73, 0x7d,
        0x51, 0x5f, 0x40, 0x72, 0x7e, 0x61, 0x6f, 0x50, 0x71, 0x7f, 0x60, 0x70,
    };

    private final BitReader bits;
    private final int width;
    private final int height;
    private final Cancellation cancellation;
    private ColorCache cache;
    /** One group for all pixels, or several that {@link #groupIndices} selects. */
    private PrefixCodeGroup[] groups;
    /** The index of the group for each block of pixels; null for one group. */
    private int[] groupIndices;
    /** Log₂ of the side of a block. */
    private int blockBits;

    private int blocksPerRow;

    private EntropyCodedImage(BitReader bits, int width, int height, Cancellation cancellation) {
        this.bits = bits;
        this.width = width;
        this.height = height;
        this.cancellation = cancellation;
    }

    /** Reads the ARGB pixels of an image other than the main one, which has one group of codes. */
    static int[] readAuxiliary(BitReader bits, int width, int height, Cancellation cancellation) throws IIOException {
        EntropyCodedImage image = new EntropyCodedImage(bits, width, height, cancellation);
        image.readCache();
        image.readGroups();
        return image.readPixels();
    }

    /** Reads the ARGB pixels of the main image, to which the transforms still apply. */
    static int[] readMain(BitReader bits, int width, int height, Cancellation cancellation) throws IIOException {
        EntropyCodedImage image = new EntropyCodedImage(bits, width, height, cancellation);
        image.readCache();
        if (bits.readFlag()) {
            image.readGroupIndices();
        }
        image.readGroups();
        return image.readPixels();
    }

    private void readCache() throws IIOException {
        if (bits.readFlag()) {
            int cacheBits = bits.readBits(4);
            if (cacheBits < 1 || cacheBits > MAX_CACHE_BITS) {
                throw new IIOException("Invalid size of the color cache");
            }
            cache = new ColorCache(cacheBits);
        }
    }

    private void readGroupIndices() throws IIOException {
        blockBits = bits.readBits(3) + 2;
        blocksPerRow = Transform.blocks(width, blockBits);
        groupIndices = readAuxiliary(bits, blocksPerRow, Transform.blocks(height, blockBits), cancellation);
        for (int i = 0; i < groupIndices.length; i++) {
            groupIndices[i] = groupIndices[i] >> 8 & 0xffff;
        }
    }

    private void readGroups() throws IIOException {
        BitSet used = new BitSet();
        used.set(0);
        if (groupIndices != null) {
            Arrays.stream(groupIndices).forEach(used::set);
        }
        groups = new PrefixCodeGroup[used.length()];
        long entriesLeft = Math.min(MAX_ENTRIES, MAX_GROUP_ENTRIES + (long) width * height);
        for (int i = 0; i < groups.length; i++) {
            PrefixCodeGroup group = PrefixCodeGroup.read(bits, cache == null ? 0 : cache.size());
            if (used.get(i)) {
                groups[i] = group;
                entriesLeft -= group.size();
            }
            if (entriesLeft < 0) {
                throw new IIOException("Too many prefix codes");
            }
            if (i % 64 == 0) {
                cancellation.check();
            }
        }
    }

    private int[] readPixels() throws IIOException {
        int[] pixels = new int[Math.multiplyExact(width, height)];
        PrefixCodeGroup group = groups[0];
        int blockMask = groupIndices == null ? -1 : (1 << blockBits) - 1;
        boolean enteredBlock = true;
        int x = 0;
        int y = 0;
        for (int at = 0; at < pixels.length; ) {
            if (enteredBlock) {
                group = group(x, y);
            }
            int code = group.green().read(bits);
            int length = 1;
            if (code < PrefixCodeGroup.LITERALS) {
                int red = group.red().read(bits);
                int blue = group.blue().read(bits);
                int alpha = group.alpha().read(bits);
                pixels[at] = alpha << 24 | red << 16 | code << 8 | blue;
            } else if (code < PrefixCodeGroup.LITERALS + PrefixCodeGroup.LENGTHS) {
                length = readValue(code - PrefixCodeGroup.LITERALS);
                copy(pixels, at, distance(readValue(group.distance().read(bits))), length);
            } else {
                pixels[at] = cache.get(code - PrefixCodeGroup.LITERALS - PrefixCodeGroup.LENGTHS);
            }
            if (cache != null) {
                for (int i = at; i < at + length; i++) {
                    cache.put(pixels[i]);
                }
            }
            at += length;
            x += length;
            if (x >= width) {
                cancellation.check();
                y += x / width;
                x %= width;
            }
            enteredBlock = length > 1 || (x & blockMask) == 0;
        }
        return pixels;
    }

    private PrefixCodeGroup group(int x, int y) {
        return groupIndices == null
                ? groups[0]
                : groups[groupIndices[(y >> blockBits) * blocksPerRow + (x >> blockBits)]];
    }

    /** Reads the rest of a length or a distance code that begins with {@code symbol} (RFC 9649, 3.6.2.2). */
    private int readValue(int symbol) throws IIOException {
        if (symbol < 4) {
            return symbol + 1;
        }
        int extraBits = symbol - 2 >> 1;
        return (2 + (symbol & 1) << extraBits) + bits.readBits(extraBits) + 1;
    }

    /** Returns how many pixels back a distance code refers. */
    private int distance(int code) {
        if (code > MAX_NEAR_CODE) {
            return code - MAX_NEAR_CODE;
        }
        int near = NEAR_PIXELS[code - 1];
        return Math.max(1, (near >> 4) * width + 8 - (near & 15));
    }

    private static void copy(int[] pixels, int at, int distance, int length) throws IIOException {
        if (distance > at || length > pixels.length - at) {
            throw new IIOException("A backward reference leaves the image");
        }
        for (int i = at; i < at + length; i++) {
            pixels[i] = pixels[i - distance];
        }
    }
}
