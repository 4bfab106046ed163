package io.eyegoogler.image.inspect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.heif.HeifPhoto;
import io.eyegoogler.limits.MemorySize;
import java.nio.ByteBuffer;

/**
 * The memory that decoding a photo takes, computed from the file's header and structure before any decoder sees it.
 *
 * @param decodedBytes bytes per pixel that the reader allocates
 * @param canonicalBytes bytes per pixel of the canonical pixel layout: {@link #BGR}, or {@link #ABGR} if there may be
 *     transparency
 * @param copied whether the reader's image must be copied to get the canonical layout
 * @param offHeap bytes that libjpeg or libheif's converter allocates
 * @param readLimit how much of the file the reader may read at once
 */
public record DecodingCost(int decodedBytes, int canonicalBytes, boolean copied, long offHeap, ReadLimit readLimit) {

    /** Bytes per pixel of an opaque image in the canonical layout. */
    static final int BGR = 3;
    /** Bytes per pixel of an image with alpha in the canonical layout. */
    static final int ABGR = 4;

    /**
     * A limit on the bytes that a single read returns, so that a decoder checks often whether its work is canceled.
     *
     * @param start the offset in the file from which on the limit holds: that of the entropy-coded data
     * @param length bytes
     */
    public record ReadLimit(int start, int length) {

        public static final ReadLimit NONE = new ReadLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    DecodingCost(int decodedBytes, boolean alpha, boolean copied) {
        this(decodedBytes, alpha ? ABGR : BGR, copied, 0, ReadLimit.NONE);
    }

    /**
     * Returns what decoding {@code file} takes. For a damaged file this is a lower bound, and its reader will report
     * the damage.
     *
     * @throws PhotoRejectedException.TooCostly if the file has more parts than any real photo
     * @throws io.eyegoogler.WorkCancelledException if the work is canceled
     */
    public static DecodingCost of(ByteBuffer file, ReadableFormat format, Cancellation cancellation) {
        ByteBuffer bytes = file.duplicate().rewind();
        return switch (format) {
            case JPEG ->
                JpegScanWalker.of(bytes, cancellation).checkLimits("JPEG").cost();
            case PNG -> PngInspector.cost(bytes, cancellation);
            case TIFF -> TiffDirectoryWalker.cost(bytes, cancellation);
            case GIF -> GifInspector.cost(bytes);
            case WEBP -> WebpInspector.cost(bytes, cancellation);
            case BMP -> BmpInspector.cost(bytes);
            // This project's own readers decode these to the canonical layout.
            case PNM, PFM, HDR -> new DecodingCost(BGR, false, false);
            case PAM, RAS -> new DecodingCost(ABGR, true, false);
            case HEIC, AVIF -> of(HeifPhoto.of(bytes, format.name()));
        };
    }

    /** The converter's file, uncompressed at worst, is in memory while the image is decoded from it. */
    private static DecodingCost of(HeifPhoto photo) {
        int canonical = photo.hasAlpha() ? ABGR : BGR;
        return new DecodingCost(
                2 * canonical, canonical, photo.profile().isPresent(), photo.converterBytes(), ReadLimit.NONE);
    }

    /** Returns the memory without which {@code pixels} pixels can't be decoded and, if need be, turned upright. */
    public MemorySize toDecode(long pixels, boolean turned) {
        long decoding = decodedBytes + (copied ? canonicalBytes : 0);
        long turning = turned ? 2L * canonicalBytes : 0;
        return new MemorySize(pixels * Math.max(decoding, turning), offHeap);
    }

    /** Returns the memory with which they can also be encoded: the image, the file in segments, and the file joined. */
    public MemorySize toDecodeAndEncode(long pixels, boolean turned) {
        long decoding = toDecode(pixels, turned).heap();
        return new MemorySize(Math.max(decoding, pixels * 3L * canonicalBytes), offHeap);
    }
}
