package io.eyegoogler.image.inspect;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;

/** Computes what decoding the first frame of a GIF takes. */
final class GifInspector {

    /**
     * Sub-blocks of extensions before the first frame: half a megabyte of comments. The reader appends each sub-block
     * of a comment by copying what it has so far.
     */
    static final int MAX_SUB_BLOCKS = 2_048;

    /** Signature, size, flags, background and aspect ratio, bytes. */
    private static final int HEADER = 13;

    private static final int FLAGS = 10;
    private static final int EXTENSION = 0x21;

    private GifInspector() {}

    static DecodingCost cost(ByteBuffer file) {
        try {
            checkExtensions(file);
        } catch (IndexOutOfBoundsException truncated) {
            // The reader will report it.
        }
        return new DecodingCost(1, true, true);
    }

    private static void checkExtensions(ByteBuffer file) {
        int flags = file.get(FLAGS);
        int at = HEADER + ((flags & 0x80) != 0 ? 3 << (flags & 7) + 1 : 0);
        int subBlocks = 0;
        while (file.get(at) == EXTENSION) {
            at += 2;
            int length;
            do {
                length = Byte.toUnsignedInt(file.get(at));
                at += 1 + length;
                if (++subBlocks > MAX_SUB_BLOCKS) {
                    throw new PhotoRejectedException.TooCostly(
                            "GIF", "more than " + MAX_SUB_BLOCKS + " blocks before its first frame");
                }
            } while (length > 0);
        }
    }
}
