package io.eyegoogler.image.inspect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;

/** Computes what decoding a PNG takes (W3C PNG, sections 5 and 11). */
final class PngInspector {

    /** Chunks of 150 bytes fill the largest upload; encoders write 8,000 bytes in one, a few some hundred. */
    static final int MAX_CHUNKS = 200_000;

    private static final int BIT_DEPTH = 24;
    private static final int COLOR_TYPE = 25;
    private static final int PALETTE_USED = 1;
    private static final int COLOR_USED = 2;
    private static final int ALPHA_USED = 4;
    private static final int TRANSPARENCY = ChunkWalker.type("tRNS");

    private int chunks;
    private boolean transparency;

    private PngInspector() {}

    static DecodingCost cost(ByteBuffer file, Cancellation cancellation) {
        PngInspector inspector = new PngInspector();
        ChunkWalker.walkPng(file, (type, data) -> {
            cancellation.check();
            inspector.visit(type);
        });
        return file.limit() > COLOR_TYPE
                ? inspector.cost(
                        file.get(BIT_DEPTH),
                        file.get(COLOR_TYPE),
                        PhotoMetadata.of(file, ReadableFormat.PNG).profile(3).isPresent())
                : new DecodingCost(1, false, false);
    }

    private void visit(int type) {
        transparency |= type == TRANSPARENCY;
        if (++chunks > MAX_CHUNKS) {
            throw new PhotoRejectedException.TooCostly("PNG", "more than " + MAX_CHUNKS + " chunks");
        }
    }

    private DecodingCost cost(int bitDepth, int colorType, boolean converted) {
        boolean palette = (colorType & PALETTE_USED) != 0;
        boolean alpha = (colorType & ALPHA_USED) != 0 || transparency;
        int channels = (colorType & COLOR_USED) != 0 && !palette ? 3 : 1;
        int samples = channels + (alpha && !palette ? 1 : 0);
        boolean canonical = channels == 3 && bitDepth == Byte.SIZE && !transparency && !converted;
        int decoded = samples * (bitDepth > Byte.SIZE ? 2 : 1);
        if (palette && converted) {
            // Indices are replaced by their colors first.
            decoded += alpha ? DecodingCost.ABGR : DecodingCost.BGR;
        }
        return new DecodingCost(decoded, alpha, !canonical);
    }
}
