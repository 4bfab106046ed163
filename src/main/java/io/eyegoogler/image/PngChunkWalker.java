package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;

/** The header of a PNG and its chunks (W3C PNG, sections 5 and 11). */
final class PngChunkWalker {

    /** Of 150 bytes each they fill the largest upload; encoders write 8,000 bytes in one, a few some hundred. */
    static final int MAX_CHUNKS = 200_000;

    private static final int FIRST = 8;
    /** Of a chunk beside its data: length, type and CRC, bytes. */
    private static final int FRAME = 12;

    private static final int DEPTH = 24;
    private static final int COLOR_TYPE = 25;
    private static final int USES_PALETTE = 1;
    private static final int USES_COLOR = 2;
    private static final int USES_ALPHA = 4;
    private static final int TRANSPARENCY = 0x74524e53;
    private static final int PROFILE = 0x69434350;

    private PngChunkWalker() {}

    static DecodingCost cost(ByteBuffer file) {
        boolean transparency = false;
        boolean profile = false;
        long at = FIRST;
        int chunks = 0;
        while (at + FRAME <= file.limit()) {
            int length = file.getInt((int) at);
            int type = file.getInt((int) at + 4);
            transparency |= type == TRANSPARENCY;
            profile |= type == PROFILE;
            if (++chunks > MAX_CHUNKS) {
                throw new PhotoRejectedException.TooCostly(ReadableFormat.PNG, "more than " + MAX_CHUNKS + " chunks");
            }
            if (length < 0) {
                break;
            }
            at += length + (long) FRAME;
        }
        return file.limit() > COLOR_TYPE
                ? cost(file.get(DEPTH), file.get(COLOR_TYPE), transparency, profile)
                : new DecodingCost(1, DecodingCost.OPAQUE, false);
    }

    private static DecodingCost cost(int depth, int colorType, boolean transparency, boolean profile) {
        boolean palette = (colorType & USES_PALETTE) != 0;
        boolean alpha = (colorType & USES_ALPHA) != 0 || transparency;
        int colors = (colorType & USES_COLOR) != 0 && !palette ? 3 : 1;
        int samples = colors + (alpha && !palette ? 1 : 0);
        boolean layout = colors == 3 && depth == Byte.SIZE && !transparency && !profile;
        return new DecodingCost(
                samples * (depth > Byte.SIZE ? 2 : 1), alpha ? DecodingCost.TRANSPARENT : DecodingCost.OPAQUE, !layout);
    }
}
