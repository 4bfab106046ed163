package io.eyegoogler.image.png;

import io.eyegoogler.image.strips.StripDivision;
import io.eyegoogler.image.strips.StripPipeline;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses some rows into a piece of a picture's zlib stream: Deflate blocks, filled up to a whole byte, that
 * need nothing from the pieces before. Holds what that takes, about five times the bytes of the rows, to be used
 * again.
 */
final class DeflateStrip {
    /** Deflate with a window of 32 KiB, fastest method (RFC 1950, 2.2). */
    private static final int ZLIB_HEADER = 0x0178;
    /** From this many bytes on, counting one word in {@code SAMPLED} is as good as counting all. */
    private static final int SAMPLED_FROM_BYTES = 64 << 10;

    private static final int SAMPLED = 4;
    /** Beside the symbols: zlib's header and checksum, an empty block, and what {@link BitWriter} writes ahead. */
    private static final int FRAME_BYTES = 32;
    /**
     * Bytes in a strip, unless one row has more. Each strip costs about a hundred bytes for its Huffman code and what
     * joins it to the next; half a megabyte and what is made of it still fit a core's cache.
     */
    private static final int STRIP_BYTES = 512 << 10;

    private static final int[] NO_DISTANCES = new int[DeflateFormat.DISTANCE_SYMBOLS];

    private final UnfilteredRows raw;
    private final byte[] filtered;
    private final Lz77Tokens tokens = new Lz77Tokens();
    private final MatchFinder matcher = new MatchFinder();
    private final FilterSelector planner = new FilterSelector(matcher, tokens);
    private final BitWriter sink;
    private final Adler32 adler = new Adler32();
    private final boolean zlib;
    private final int level;
    /** Pixels smaller than a byte: always drawn. */
    private final boolean packed;

    private int length;

    /**
     * @param most rows it can hold
     * @param zlib whether drawn rows are left to zlib
     */
    DeflateStrip(PngHeader header, int most, boolean zlib) {
        this.zlib = zlib;
        this.level = JdkDeflater.level(header);
        this.packed = header.depth() < Byte.SIZE;
        raw = new UnfilteredRows(header, most);
        int bytes = Math.multiplyExact(raw.rowBytes() + 1, most);
        filtered = new byte[bytes + RowFilter.SLACK];
        int block = Math.multiplyExact(bytes, LiteralWriter.MAX_CODE_BITS) / Byte.SIZE;
        sink = new BitWriter(block + DynamicHuffmanHeader.MAX_BITS / Byte.SIZE + FRAME_BYTES);
    }

    static StripDivision division(PngHeader header) {
        long rows = STRIP_BYTES / (header.rowBytes() + 1);
        return new StripDivision(header.height(), (int) Math.max(1, Math.min(header.height(), rows)));
    }

    /** Compresses all of a picture. */
    static StripPipeline<DeflateStrip> pipeline(PixelRows rows, ThreadAllowance parallelism) {
        StripDivision division = division(rows.header());
        boolean zlib = JdkDeflater.pays(rows);
        return new StripPipeline<>(
                division,
                parallelism,
                () -> new DeflateStrip(rows.header(), division.rows(), zlib),
                (strip, top, bottom) -> strip.encode(rows, top, bottom));
    }

    /** Compresses rows {@code top} to {@code bottom - 1}; the stream begins with row 0 and ends with the last. */
    void encode(PixelRows rows, int top, int bottom) {
        boolean last = bottom == rows.header().height();
        raw.read(rows, top, bottom);
        FilterChoice plan = planner.plan(raw);
        sink.clear();
        if (top == 0) {
            sink.put(ZLIB_HEADER, Short.SIZE);
        }
        if (zlib && (plan.matches() || packed)) {
            putByZlib(last);
        } else {
            filter(plan.filter());
            putBlock(plan.matches(), last);
        }
        if (last) {
            sink.align();
        } else {
            DeflateFormat.putStored(sink, filtered, 0, 0, false);
        }
    }

    /** What {@link #encode} made; the stream's checksum still goes behind the last piece. */
    BitWriter compressed() {
        return sink;
    }

    /** The checksum of a stream up to and with this piece. */
    int checksum(int before) {
        return Adler32Combiner.of(before, (int) adler.getValue(), length);
    }

    private void filter(RowFilter filter) {
        int at = 0;
        for (int row = 0; row < raw.count(); row++) {
            filtered[at++] = (byte) filter.ordinal();
            raw.filter(filter, row, 0, raw.rowBytes(), filtered, at);
            at += raw.rowBytes();
        }
        length = at;
        adler.reset();
        adler.update(filtered, 0, length);
    }

    /** With the filter that leaves the fewest bytes: only trying tells. */
    private void putByZlib(boolean last) {
        int start = sink.position;
        RowFilter best = RowFilter.NONE;
        int least = Integer.MAX_VALUE;
        for (RowFilter filter : RowFilter.values()) {
            filter(filter);
            boolean fits = JdkDeflater.put(sink, filtered, length, JdkDeflater.TO_COMPARE, last);
            int bytes = sink.position - start;
            sink.cutTo(start);
            if (fits && bytes < least) {
                least = bytes;
                best = filter;
            }
        }
        filter(best);
        if (least > DeflateFormat.storedBytes(length)) {
            DeflateFormat.putStored(sink, filtered, 0, length, last);
        } else {
            JdkDeflater.put(sink, filtered, length, level, last);
        }
    }

    private void putBlock(boolean matches, boolean last) {
        int start = sink.position;
        if (matches) {
            matcher.find(filtered, length, raw.unit(), raw.rowBytes() + 1, tokens);
            tokens.put(sink, filtered, last);
        } else {
            putLiterals(last);
        }
        if (sink.position - start > DeflateFormat.storedBytes(length)) {
            sink.cutTo(start);
            DeflateFormat.putStored(sink, filtered, 0, length, last);
        }
    }

    private void putLiterals(boolean last) {
        boolean sampled = length >= SAMPLED_FROM_BYTES;
        int[] counts =
                Arrays.copyOf(ByteHistogram.of(filtered, length, sampled ? SAMPLED : 1), DeflateFormat.LITERAL_SYMBOLS);
        if (sampled) {
            // A byte that was not counted may come up all the same.
            Arrays.setAll(counts, i -> counts[i] + (i < DeflateFormat.LITERALS ? 1 : 0));
        }
        counts[DeflateFormat.END_OF_BLOCK] = 1;
        HuffmanCode literals = HuffmanCode.of(counts, LiteralWriter.MAX_CODE_BITS);
        DynamicHuffmanHeader.put(sink, literals, HuffmanCode.of(NO_DISTANCES, LiteralWriter.MAX_CODE_BITS), last);
        LiteralWriter.put(sink, literals.entries, filtered, 0, length);
        literals.put(sink, DeflateFormat.END_OF_BLOCK);
    }
}
