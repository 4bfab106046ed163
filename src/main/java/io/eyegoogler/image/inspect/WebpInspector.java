package io.eyegoogler.image.inspect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;

/** Computes what decoding a WebP takes (RFC 9649, section 2). */
final class WebpInspector {

    /** Each frame of an animation is a chunk. */
    static final int MAX_CHUNKS = 50_000;

    private static final int LOSSLESS = ChunkWalker.type("VP8L");
    private static final int ALPHA = ChunkWalker.type("ALPH");
    /** A frame of an animation, whose own chunks aren't visited. */
    private static final int FRAME = ChunkWalker.type("ANMF");
    /** Bytes per pixel of a lossless image: an {@code int} before and one after a transform, and the image. */
    private static final int ARGB_BYTES = 12;
    /** Bytes per pixel of a lossy image: luma, chroma of half the size, and the image; rounded up. */
    private static final int YUV_BYTES = 5;
    /** Bytes per pixel of an opaque image and its conversion by a color profile. */
    private static final int CONVERSION_BYTES = 6;

    private int chunks;
    private boolean argb;

    private WebpInspector() {}

    static DecodingCost cost(ByteBuffer file, Cancellation cancellation) {
        WebpInspector inspector = new WebpInspector();
        ChunkWalker.walkRiff(file, (type, data) -> {
            cancellation.check();
            inspector.visit(type);
        });
        int bytes = inspector.argb ? ARGB_BYTES : isConverted(file) ? CONVERSION_BYTES : YUV_BYTES;
        return new DecodingCost(bytes, inspector.argb, false);
    }

    private static boolean isConverted(ByteBuffer file) {
        return PhotoMetadata.of(file, ReadableFormat.WEBP).profile(3).isPresent();
    }

    private void visit(int type) {
        // A frame may be lossless, or smaller than a transparent canvas.
        argb |= type == LOSSLESS || type == ALPHA || type == FRAME;
        if (++chunks > MAX_CHUNKS) {
            throw new PhotoRejectedException.TooCostly("WEBP", "more than " + MAX_CHUNKS + " chunks");
        }
    }
}
