package io.eyegoogler.image.png;

import java.util.Arrays;

/**
 * Selects the {@link Choice} for a strip from samples of its rows: for each filter it estimates the size as literals,
 * and where that looks promising the size with matches.
 *
 * <p>Searching for matches takes ten times as long as writing literals. It pays for drawings, and for gray pictures
 * stored in color; in most photos it would save a tenth of the bytes. Unfiltered matches, the usual way to write a PNG
 * of a drawing, tell them apart: in photos they take more bytes than filtered literals.
 */
final class FilterSelector {
    private static final int SAMPLE_BYTES = 8 << 10;
    private static final int PIECE_BYTES = 512;
    /** Turns a piece's number into its horizontal position: multiples of the golden ratio spread evenly. */
    private static final double SPREAD = 0.618034;
    /**
     * Unfiltered matches larger than this, relative to filtered literals, mean a photo. Above 1 because a sample has
     * fewer earlier bytes to match than a strip.
     */
    private static final double PHOTO = 1.2;
    /** Matches larger than this, relative to literals, are not worth their time. */
    private static final double WORTHWHILE = 0.85;
    /** A byte more frequent than this deserves less than one bit, which only matches can give it. */
    private static final double LOPSIDED = 0.5;

    private static final RowFilter[] FOR_MATCHES = {RowFilter.NONE, RowFilter.SUB, RowFilter.UP};

    private final byte[] sample = new byte[SAMPLE_BYTES + Long.BYTES];
    private final MatchFinder matchFinder;
    private final Lz77Tokens tokens;

    /** The filter of all rows, and whether to search for repeated bytes or to write literals only. */
    record Choice(RowFilter filter, boolean matches) {}

    /** The estimated size of a sample as literals, with the best filter for that. */
    private record Literals(RowFilter filter, double bits, boolean lopsided) {}

    /** Creates a selector that uses {@code matchFinder} and {@code tokens} as scratch space while it selects. */
    FilterSelector(MatchFinder matchFinder, Lz77Tokens tokens) {
        this.matchFinder = matchFinder;
        this.tokens = tokens;
    }

    Choice select(ScanlineBuffer rows) {
        Literals literals = literals(rows);
        Choice best = new Choice(literals.filter, false);
        if (!literals.lopsided && bitsWithMatches(rows, RowFilter.NONE) > literals.bits * PHOTO) {
            return best;
        }
        double min = literals.bits * WORTHWHILE;
        for (RowFilter filter : FOR_MATCHES) {
            double bits = bitsWithMatches(rows, filter);
            if (bits < min) {
                min = bits;
                best = new Choice(filter, true);
            }
        }
        return best;
    }

    private Literals literals(ScanlineBuffer rows) {
        Literals best = new Literals(RowFilter.NONE, Double.MAX_VALUE, false);
        for (RowFilter filter : RowFilter.values()) {
            int length = takeSample(rows, filter);
            int[] counts = ByteHistogram.count(sample, length, 1);
            double bits = ByteHistogram.bits(counts);
            if (bits < best.bits) {
                int max = Arrays.stream(counts).max().orElseThrow();
                best = new Literals(filter, bits, max > length * LOPSIDED);
            }
        }
        return best;
    }

    private double bitsWithMatches(ScanlineBuffer rows, RowFilter filter) {
        int length = takeSample(rows, filter);
        matchFinder.find(sample, length, rows.pixelBytes(), Math.min(PIECE_BYTES, rows.rowBytes()), tokens);
        return tokens.bits();
    }

    /** Fills the sample with filtered pieces and returns its length in bytes. */
    private int takeSample(ScanlineBuffer rows, RowFilter filter) {
        int width = Math.min(PIECE_BYTES, rows.rowBytes());
        int pieces = Math.min(SAMPLE_BYTES / width, rows.count() * (rows.rowBytes() / width));
        int length = 0;
        for (int i = 0; i < pieces; i++) {
            int row = (int) ((i + 0.5) * rows.count() / pieces);
            int column = (int) (i * SPREAD % 1 * (rows.rowBytes() - width));
            rows.filter(filter, row, column - column % rows.pixelBytes(), width, sample, length);
            length += width;
        }
        return length;
    }
}
