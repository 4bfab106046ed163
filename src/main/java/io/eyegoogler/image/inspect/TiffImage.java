package io.eyegoogler.image.inspect;

import io.eyegoogler.Cancellation;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The first directory of a TIFF, which describes the image that is decoded (TIFF 6.0, sections 8, 14 and 15). The
 * reader decodes the image's strips or tiles one by one.
 */
final class TiffImage {

    /**
     * Pixels per strip or tile, beyond one strip per row: 32 × 32. Each strip or tile costs some 20 µs; writers make
     * strips of a row or of 8 kB, and tiles of 64² to 512².
     */
    private static final int PIXELS_PER_PART = 1_024;
    /** Strips or tiles that even a small image may have. */
    private static final int SMALL_IMAGE_PARTS = 10_000;
    /** Strips or tiles that a long and thin image may have. */
    private static final int MAX_PARTS = 200_000;
    /** How much wider or higher than the image a tile may be, px; writers make tiles of up to 4,096. */
    private static final int MAX_TILE_EXCESS = 8_192;
    /**
     * Scans of a strip or tile in JPEG: writers make one, or one per component. Decoding isn't canceled between them.
     */
    private static final int MAX_JPEG_SCANS = 4;

    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC_INTERPRETATION = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTE_COUNTS = 279;
    private static final int PLANAR_CONFIGURATION = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTE_COUNTS = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int JPEG_INTERCHANGE_FORMAT = 513;
    private static final int ICC_PROFILE = 34_675;

    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int PLANAR = 2;
    private static final int FLOAT = 3;
    /** Planes of red, green, blue and alpha, or of CMYK. */
    private static final int MAX_PLANES = 4;
    /** RGB, YCbCr and Lab, which the reader converts to RGB. */
    private static final Set<Long> COLOR_INTERPRETATIONS = Set.of(2L, 6L, 8L);

    private final ByteBuffer file;
    private final Cancellation cancellation;
    private final Map<Integer, TiffField> fields = new HashMap<>();

    TiffImage(ByteBuffer file, Cancellation cancellation) {
        this.file = file;
        this.cancellation = cancellation;
    }

    void put(int tag, TiffField field) {
        fields.putIfAbsent(tag, field);
    }

    private long value(int tag, long defaultValue) {
        TiffField field = fields.get(tag);
        return field == null || field.count() == 0 ? defaultValue : field.get(0);
    }

    DecodingCost cost() {
        long width = value(WIDTH, 1);
        long height = value(LENGTH, 1);
        long samples = Math.max(1, value(SAMPLES_PER_PIXEL, 1));
        long tileWidth = value(TILE_WIDTH, width);
        long tileHeight = value(TILE_LENGTH, Math.min(value(ROWS_PER_STRIP, height), height));
        checkParts(width, height, tileWidth, tileHeight, samples);
        long compression = value(COMPRESSION, 1);
        boolean jpeg = compression == JPEG || compression == OLD_JPEG;
        long offHeap = jpeg ? jpegCoefficientBytes(tileWidth * tileHeight) : 0;
        return cost(samples, jpeg, offHeap);
    }

    private DecodingCost cost(long samples, boolean jpeg, long offHeap) {
        long bits = value(BITS_PER_SAMPLE, 1);
        boolean color = COLOR_INTERPRETATIONS.contains(value(PHOTOMETRIC_INTERPRETATION, 0));
        long sampleBytes = bits > 32
                ? Double.BYTES
                : bits > 16 || value(SAMPLE_FORMAT, 1) == FLOAT ? Float.BYTES : bits > 8 ? Short.BYTES : Byte.BYTES;
        boolean alpha = samples == 2 || color && samples > 3 || samples > 4;
        boolean canonical =
                color && samples >= 3 && samples <= 4 && sampleBytes == 1 && !fields.containsKey(ICC_PROFILE);
        // A JPEG whose colors differ from what the directory says is decoded to an image of its own first.
        long decoded = samples * sampleBytes + (jpeg && !canonical ? samples : 0);
        return new DecodingCost(
                (int) Math.min(decoded, 1 << 20),
                alpha ? DecodingCost.ABGR : DecodingCost.BGR,
                !canonical,
                offHeap,
                DecodingCost.ReadLimit.NONE);
    }

    private void checkParts(long width, long height, long tileWidth, long tileHeight, long samples) {
        if (width < 1 || height < 1 || tileWidth < 1 || tileHeight < 1) {
            return;
        }
        if (tileWidth > width + MAX_TILE_EXCESS || tileHeight > height + MAX_TILE_EXCESS) {
            throw TiffDirectoryWalker.tooCostly("tiles of " + tileWidth + " × " + tileHeight + " pixels");
        }
        long across = (width + tileWidth - 1) / tileWidth;
        long down = (height + tileHeight - 1) / tileHeight;
        long planes = value(PLANAR_CONFIGURATION, 1) == PLANAR ? samples : 1;
        long pixels = Math.multiplyHigh(width, height) == 0 ? width * height : Long.MAX_VALUE;
        long maxParts = Math.min(MAX_PARTS, Math.max(SMALL_IMAGE_PARTS, height + pixels / PIXELS_PER_PART));
        if (across > maxParts
                || down > maxParts
                || across * down > maxParts
                || across * down * planes > MAX_PLANES * maxParts) {
            throw TiffDirectoryWalker.tooCostly(across + " × " + down + " strips or tiles");
        }
    }

    /** Returns the most bytes that libjpeg allocates for the coefficients of a strip or tile. */
    private long jpegCoefficientBytes(long partPixels) {
        boolean tiled = fields.containsKey(TILE_OFFSETS);
        TiffField offsets = fields.get(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        TiffField lengths = fields.get(tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS);
        long coefficients = coefficientBytes(value(JPEG_INTERCHANGE_FORMAT, file.limit()), file.limit(), partPixels);
        Set<Long> walked = new HashSet<>();
        long bytes = 0;
        for (int i = 0; offsets != null && i < offsets.count(); i++) {
            cancellation.check();
            long start = offsets.get(i);
            long length = lengths != null && i < lengths.count() ? lengths.get(i) : file.limit();
            if (walked.add(start)) {
                coefficients = Math.max(coefficients, coefficientBytes(start, length, partPixels));
                bytes += Math.min(length, Math.max(0, file.limit() - start));
                if (bytes > 2L * file.limit()) {
                    throw TiffDirectoryWalker.tooCostly("strips or tiles that overlap");
                }
            }
        }
        return coefficients;
    }

    private long coefficientBytes(long start, long length, long partPixels) {
        if (start < 0 || length < 0 || start >= file.limit()) {
            return 0;
        }
        ByteBuffer jpeg = file.slice((int) start, (int) Math.min(length, file.limit() - start));
        JpegScanWalker walker = JpegScanWalker.of(jpeg, cancellation).checkLimits("TIFF");
        if (walker.scans() > MAX_JPEG_SCANS) {
            throw TiffDirectoryWalker.tooCostly("a strip or tile of " + walker.scans() + " scans");
        }
        // Padded to whole blocks, or a whole image of which the strip or tile is a part.
        if (walker.pixels() > 2 * partPixels + (1 << 20)) {
            throw TiffDirectoryWalker.tooCostly("strips or tiles that are larger than declared");
        }
        return walker.coefficientBytes();
    }
}
