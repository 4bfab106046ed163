package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The first directory of a TIFF, which describes the picture that is decoded. */
final class TiffImage {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_LENGTHS = 279;
    private static final int PLANAR_CONFIGURATION = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int OLD_JPEG_OFFSET = 513;
    private static final int PROFILE = 34_675;

    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int PLANAR = 2;
    private static final int FLOAT = 3;
    /** Of red, green, blue and alpha, or of CMYK. */
    private static final int MAX_PLANES = 4;
    /** RGB, YCbCr and Lab, which the reader turns into RGB. */
    private static final Set<Long> COLOR = Set.of(2L, 6L, 8L);

    private final ByteBuffer file;
    private final Map<Integer, TiffValues> entries = new HashMap<>();

    TiffImage(ByteBuffer file) {
        this.file = file;
    }

    void put(int tag, TiffValues values) {
        entries.putIfAbsent(tag, values);
    }

    private long value(int tag, long otherwise) {
        TiffValues values = entries.get(tag);
        return values == null || values.count() == 0 ? otherwise : values.get(0);
    }

    DecodingCost cost() {
        long width = value(WIDTH, 1);
        long height = value(HEIGHT, 1);
        long samples = Math.max(1, value(SAMPLES_PER_PIXEL, 1));
        long tileWidth = value(TILE_WIDTH, width);
        long tileHeight = value(TILE_HEIGHT, Math.min(value(ROWS_PER_STRIP, height), height));
        checkParts(width, height, tileWidth, tileHeight, samples);
        long compression = value(COMPRESSION, 1);
        boolean jpeg = compression == JPEG || compression == OLD_JPEG;
        long offHeap = jpeg ? jpegCoefficients(tileWidth * tileHeight) : 0;
        return cost(samples, jpeg, offHeap);
    }

    private DecodingCost cost(long samples, boolean jpeg, long offHeap) {
        long bits = value(BITS_PER_SAMPLE, 1);
        boolean color = COLOR.contains(value(PHOTOMETRIC, 0));
        long sampleBytes = bits > 32
                ? Double.BYTES
                : bits > 16 || value(SAMPLE_FORMAT, 1) == FLOAT ? Float.BYTES : bits > 8 ? Short.BYTES : Byte.BYTES;
        boolean alpha = samples == 2 || color && samples > 3 || samples > 4;
        boolean layout = color && samples >= 3 && samples <= 4 && sampleBytes == 1 && !entries.containsKey(PROFILE);
        // A JPEG of other colors than the directory says is decoded into pixels of its own first.
        long stored = samples * sampleBytes + (jpeg && !layout ? samples : 0);
        return new DecodingCost(
                (int) Math.min(stored, 1 << 20),
                alpha ? DecodingCost.TRANSPARENT : DecodingCost.OPAQUE,
                !layout,
                offHeap,
                DecodingCost.Pieces.NONE);
    }

    private void checkParts(long width, long height, long tileWidth, long tileHeight, long samples) {
        if (width < 1 || height < 1 || tileWidth < 1 || tileHeight < 1) {
            return;
        }
        if (tileWidth > width + TiffDirectoryWalker.MAX_TILE_EXCESS
                || tileHeight > height + TiffDirectoryWalker.MAX_TILE_EXCESS) {
            throw tooCostly("tiles of " + tileWidth + " × " + tileHeight + " pixels");
        }
        long across = (width + tileWidth - 1) / tileWidth;
        long down = (height + tileHeight - 1) / tileHeight;
        long planes = value(PLANAR_CONFIGURATION, 1) == PLANAR ? samples : 1;
        long pixels = Math.multiplyHigh(width, height) == 0 ? width * height : Long.MAX_VALUE;
        long plausible = Math.min(
                TiffDirectoryWalker.MAX_PARTS,
                Math.max(TiffDirectoryWalker.SMALL_PARTS, height + pixels / TiffDirectoryWalker.PIXELS_PER_PART));
        if (across > plausible
                || down > plausible
                || across * down > plausible
                || across * down * planes > MAX_PLANES * plausible) {
            throw tooCostly(across + " × " + down + " strips or tiles");
        }
    }

    /** The most that libjpeg allocates for a strip or tile, bytes. */
    private long jpegCoefficients(long partPixels) {
        boolean tiled = entries.containsKey(TILE_OFFSETS);
        TiffValues offsets = entries.get(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        TiffValues lengths = entries.get(tiled ? TILE_LENGTHS : STRIP_LENGTHS);
        long coefficients = jpeg(value(OLD_JPEG_OFFSET, file.limit()), file.limit(), partPixels);
        Set<Long> walked = new HashSet<>();
        long bytes = 0;
        for (int i = 0; offsets != null && i < offsets.count(); i++) {
            long start = offsets.get(i);
            long length = lengths != null && i < lengths.count() ? lengths.get(i) : file.limit();
            if (walked.add(start)) {
                coefficients = Math.max(coefficients, jpeg(start, length, partPixels));
                bytes += Math.min(length, Math.max(0, file.limit() - start));
                if (bytes > 2L * file.limit()) {
                    throw tooCostly("strips or tiles that overlap");
                }
            }
        }
        return coefficients;
    }

    private long jpeg(long start, long length, long partPixels) {
        if (start < 0 || length < 0 || start >= file.limit()) {
            return 0;
        }
        JpegScanWalker scans = JpegScanWalker.of(file.slice((int) start, (int) Math.min(length, file.limit() - start)));
        scans.checked(ReadableFormat.TIFF);
        if (scans.scans() > TiffDirectoryWalker.MAX_JPEG_SCANS) {
            throw tooCostly("a strip or tile of " + scans.scans() + " scans");
        }
        // Padded to whole blocks, or a whole picture of which the directory wants a part.
        if (scans.pixels() > 2 * partPixels + (1 << 20)) {
            throw tooCostly("strips or tiles that are larger than it says");
        }
        return scans.coefficients();
    }

    private static PhotoRejectedException tooCostly(String parts) {
        return new PhotoRejectedException.TooCostly(ReadableFormat.TIFF, parts);
    }
}
