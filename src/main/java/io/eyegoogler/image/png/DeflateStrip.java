package io.eyegoogler.image.png;

import io.eyegoogler.image.strips.StripDivision;
import io.eyegoogler.image.strips.StripPipeline;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses some rows to a piece of a picture's zlib stream: Deflate blocks, padded to a whole byte, that refer to
 * nothing in earlier pieces. Its buffers, about five times the bytes of the rows, are reused.
 */
final class DeflateStrip {
    /** Deflate with a window of 32 KiB, fastest method (RFC 1950, 2.2). */
    private static final int ZLIB_HEADER = 0x0178;
    /** From this many bytes on, counting one word in {@link #SAMPLED} is as good as counting all. */
    private static final int SAMPLED_FROM_BYTES = 64 << 10;

    private static final int SAMPLED = 4;
    /** Besides the symbols: zlib's header and checksum, an empty block, and what {@link BitWriter} writes ahead. */
    private static final int FRAME_BYTES = 32;
    /**
     * Bytes of a strip, unless one row has more. Each strip costs about a hundred bytes for its Huffman code and for
     * the block that ends it; half a megabyte and its compressed form still fit a core's cache.
     */
    private static final int STRIP_BYTES = 512 << 10;

    private static final int[] NO_DISTANCES = new int[DeflateFormat.DISTANCE_SYMBOLS];

    private final ScanlineBuffer scanlines;
    private final byte[] filtered;
    private final Lz77Tokens tokens = new Lz77Tokens();
    private final MatchFinder matchFinder = new MatchFinder();
    private final FilterSelector filterSelector = new FilterSelector(matchFinder, tokens);
    private final BitWriter compressed;

    private final Adler32 adler = new Adler32();
    private int length;

    /** Creates a strip of up to {@code maxRows} rows. */
    DeflateStrip(PngHeader header, int maxRows) {
        scanlines = new ScanlineBuffer(header, maxRows);
        int bytes = Math.multiplyExact(scanlines.rowBytes() + 1, maxRows);
        filtered = new byte[bytes + RowFilter.SLACK];
        int block = Math.multiplyExact(bytes, LiteralWriter.MAX_CODE_BITS) / Byte.SIZE;
        compressed = new BitWriter(block + DynamicHuffmanHeader.MAX_BITS / Byte.SIZE + FRAME_BYTES);
    }

    static StripDivision division(PngHeader header) {
        int rows = STRIP_BYTES / (header.rowBytes() + 1);
        return new StripDivision(header.height(), Math.max(1, Math.min(header.height(), rows)));
    }

    /** Returns a pipeline that compresses a whole picture. */
    static StripPipeline<DeflateStrip> pipeline(PixelRows rows, ThreadAllowance threads) {
        StripDivision division = division(rows.header());
        return new StripPipeline<>(
                division,
                threads,
                () -> new DeflateStrip(rows.header(), division.rows()),
                (strip, top, bottom) -> strip.encode(rows, top, bottom));
    }

    /** Compresses rows {@code top} to {@code bottom - 1}; the stream begins with row 0 and ends with the last. */
    void encode(PixelRows rows, int top, int bottom) {
        boolean last = bottom == rows.header().height();
        scanlines.read(rows, top, bottom);
        FilterSelector.Choice choice = filterSelector.select(scanlines);
        filter(choice.filter());
        compressed.truncate(0);
        if (top == 0) {
            compressed.put(ZLIB_HEADER, Short.SIZE);
        }
        putBlock(choice.matches(), last);
        if (last) {
            compressed.align();
        } else {
            DeflateFormat.putStored(compressed, filtered, 0, 0, false);
        }
    }

    /** Returns the compressed rows; the checksum of the stream still has to follow the last piece. */
    BitWriter compressed() {
        return compressed;
    }

    /** Returns the checksum of the stream including this piece, given that of the pieces before. */
    int checksum(int before) {
        return Adler32Combiner.combine(before, (int) adler.getValue(), length);
    }

    private void filter(RowFilter filter) {
        length = 0;
        for (int row = 0; row < scanlines.count(); row++) {
            filtered[length++] = (byte) filter.ordinal();
            scanlines.filter(filter, row, 0, scanlines.rowBytes(), filtered, length);
            length += scanlines.rowBytes();
        }
        adler.reset();
        adler.update(filtered, 0, length);
    }

    private void putBlock(boolean matches, boolean last) {
        int start = compressed.position;
        if (matches) {
            matchFinder.find(filtered, length, scanlines.pixelBytes(), scanlines.rowBytes() + 1, tokens);
            tokens.put(compressed, filtered, last);
        } else {
            putLiterals(last);
        }
        if (compressed.position - start > DeflateFormat.storedBytes(length)) {
            compressed.truncate(start);
            DeflateFormat.putStored(compressed, filtered, 0, length, last);
        }
    }

    private void putLiterals(boolean last) {
        boolean sampled = length >= SAMPLED_FROM_BYTES;
        int[] counts = Arrays.copyOf(
                ByteHistogram.count(filtered, length, sampled ? SAMPLED : 1), DeflateFormat.LITERAL_SYMBOLS);
        if (sampled) {
            // A byte that wasn't counted may occur all the same.
            Arrays.setAll(counts, i -> counts[i] + (i < DeflateFormat.LITERALS ? 1 : 0));
        }
        counts[DeflateFormat.END_OF_BLOCK] = 1;
        HuffmanCode literals = HuffmanCode.of(counts, LiteralWriter.MAX_CODE_BITS);
        HuffmanCode distances = HuffmanCode.of(NO_DISTANCES, LiteralWriter.MAX_CODE_BITS);
        DynamicHuffmanHeader.put(compressed, literals, distances, last);
        LiteralWriter.put(compressed, literals.entries, filtered, 0, length);
        literals.put(compressed, DeflateFormat.END_OF_BLOCK);
    }
}
