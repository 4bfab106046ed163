package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.limits.MemorySize;
import java.nio.ByteBuffer;

/**
 * What it takes to decode a photo, told from its file's header and a walk over its parts, before any decoder sees it.
 *
 * @param stored what the reader allocates, bytes for each pixel
 * @param canonical bytes of a pixel of the {@link PixelLayout}: 3, or 4 if there may be transparency
 * @param copied whether what the reader gives must be copied to have that layout
 * @param offHeap what libjpeg allocates, bytes
 * @param pieces how the reader should get the file
 */
record DecodingCost(int stored, int canonical, boolean copied, long offHeap, Pieces pieces) {

    /** Bytes of a pixel of the {@link PixelLayout} without transparency, and with it. */
    static final int OPAQUE = 3;

    static final int TRANSPARENT = 4;
    /** A row costs a reader some µs whatever its length, and photos have no more than a panorama's 100,000, px. */
    static final int MAX_SIDE = 500_000;

    /**
     * Whether bytes come in pieces, as {@link ByteBufferImageInputStream#inPieces} has it.
     *
     * @param start of the pixels' data, bytes from the file's start
     * @param length of a piece, bytes
     */
    record Pieces(int start, int length) {

        static final Pieces NONE = new Pieces(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    DecodingCost(int stored, int canonical, boolean copied) {
        this(stored, canonical, copied, 0, Pieces.NONE);
    }

    /**
     * What {@code file} takes; the least that is known where it is damaged, of which its reader will tell.
     *
     * @throws PhotoRejectedException.TooCostly if the file has more parts than any honest one
     */
    static DecodingCost of(ByteBuffer file, ReadableFormat format) {
        ByteBuffer bytes = file.duplicate().clear().limit(file.limit());
        return switch (format) {
            case JPEG -> JpegScanWalker.of(bytes).checked(format).cost();
            case PNG -> PngChunkWalker.cost(bytes);
            case TIFF -> TiffDirectoryWalker.cost(bytes);
            case GIF -> SimpleFormatHeaders.gif(bytes);
            case WEBP -> SimpleFormatHeaders.webp(bytes);
            case BMP -> SimpleFormatHeaders.bmp(bytes);
            // Readers of our own, which fill the layout.
            case PNM, PFM, HDR -> new DecodingCost(OPAQUE, OPAQUE, false);
            case PAM, RAS -> new DecodingCost(TRANSPARENT, TRANSPARENT, false);
        };
    }

    /** Without which {@code pixels} pixels can't be decoded and turned upright. */
    MemorySize decoding(long pixels, boolean turned) {
        long read = stored + (copied ? canonical : 0);
        long turning = turned ? 2L * canonical : 0;
        return new MemorySize(pixels * Math.max(read, turning), offHeap);
    }

    /** With which they can also be written as any file: the picture, the file in pieces, and these joined. */
    MemorySize answering(long pixels, boolean turned) {
        MemorySize decoding = decoding(pixels, turned);
        return new MemorySize(Math.max(decoding.heap(), pixels * 3L * canonical), offHeap);
    }
}
