package io.eyegoogler.image.png;

/**
 * Chooses the {@link FilterChoice} of a strip from pieces of its rows, spread over it: for each filter what they would take as
 * literals, and where that promises something, what they would take with matches.
 *
 * <p>Looking for matches takes ten times as long as writing literals. It pays for drawn pictures, and for grey ones
 * that are stored as colour; in most photos it would save a tenth of the bytes. What tells them apart is how the usual
 * way to write a PNG fares, matches in bytes unfiltered: for photos it is worse than filtered literals.
 */
final class FilterSelector {
    private static final int SAMPLE_BYTES = 8 << 10;
    private static final int PIECE_BYTES = 512;
    /** Turns a piece's number into how far right in its row it lies: multiples of the golden ratio spread evenly. */
    private static final double SPREAD = 0.618034;
    /**
     * Unfiltered matches that take more than this, to filtered literals, mean a photo. Above 1 since in a sample there
     * is less to match with than in a strip.
     */
    private static final double PHOTO = 1.2;
    /** Matches that take more than this, to literals, are not worth their time. */
    private static final double WORTHWHILE = 0.85;
    /** A byte more frequent than this should take less than a bit; only matches can make that true. */
    private static final double LOPSIDED = 0.5;

    private static final RowFilter[] FOR_LITERALS = RowFilter.values();
    private static final RowFilter[] FOR_MATCHES = {RowFilter.NONE, RowFilter.SUB, RowFilter.UP};

    private final byte[] sample = new byte[SAMPLE_BYTES + Long.BYTES];
    private final MatchFinder matcher;
    private final Lz77Tokens tokens;

    /** What a sample takes as literals with the best filter for that. */
    private record Literals(RowFilter filter, double bits, boolean lopsided) {}

    /** @param matcher and {@code tokens} are used only while planning, so the strip's own will do */
    FilterSelector(MatchFinder matcher, Lz77Tokens tokens) {
        this.matcher = matcher;
        this.tokens = tokens;
    }

    FilterChoice plan(UnfilteredRows rows) {
        Literals literals = literals(rows);
        if (!literals.lopsided && matchBits(rows, RowFilter.NONE) > literals.bits * PHOTO) {
            return new FilterChoice(literals.filter, false);
        }
        FilterChoice best = new FilterChoice(literals.filter, false);
        double least = literals.bits * WORTHWHILE;
        for (RowFilter filter : FOR_MATCHES) {
            double bits = matchBits(rows, filter);
            if (bits < least) {
                least = bits;
                best = new FilterChoice(filter, true);
            }
        }
        return best;
    }

    private Literals literals(UnfilteredRows rows) {
        Literals best = new Literals(RowFilter.NONE, Double.MAX_VALUE, false);
        for (RowFilter filter : FOR_LITERALS) {
            int length = take(rows, filter);
            int[] counts = ByteHistogram.of(sample, length, 1);
            double bits = ByteHistogram.bits(counts);
            if (bits < best.bits) {
                best = new Literals(filter, bits, ByteHistogram.most(counts) > length * LOPSIDED);
            }
        }
        return best;
    }

    private double matchBits(UnfilteredRows rows, RowFilter filter) {
        int length = take(rows, filter);
        matcher.find(sample, length, rows.unit(), Math.min(PIECE_BYTES, rows.rowBytes()), tokens);
        return tokens.bits();
    }

    /** Fills the sample with filtered pieces and returns how many bytes they are. */
    private int take(UnfilteredRows rows, RowFilter filter) {
        int width = Math.min(PIECE_BYTES, rows.rowBytes());
        int pieces = Math.min(SAMPLE_BYTES / width, rows.count() * (rows.rowBytes() / width));
        int at = 0;
        for (int i = 0; i < pieces; i++) {
            int row = (int) ((i + 0.5) * rows.count() / pieces);
            int column = (int) (i * SPREAD % 1 * (rows.rowBytes() - width));
            rows.filter(filter, row, column - column % rows.unit(), width, sample, at);
            at += width;
        }
        return at;
    }
}
