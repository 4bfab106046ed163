package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/** Filters the edges of macroblocks and subblocks after the whole frame was decoded (RFC 6386, 15). */
final class LoopFilter {

    private static final int MACROBLOCK = 16;
    private static final int SEGMENTS = 4;
    /** Added to the index of a strength if the edges between subblocks are filtered, too. */
    private static final int INNER_EDGES = 8;

    private final YuvFrame frame;
    private final boolean simple;
    private final boolean filtered;
    /** By segment; first those of macroblocks without, then those with subblock prediction. */
    private final FilterStrength[] strengths = new FilterStrength[2 * SEGMENTS];
    /** The index of the strength for each macroblock, row by row. */
    private final byte[] macroblocks;

    LoopFilter(YuvFrame frame, FrameParameters parameters) {
        this.frame = frame;
        simple = parameters.hasSimpleFilter();
        filtered = parameters.isFiltered();
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = parameters.filterStrength(i % SEGMENTS, i >= SEGMENTS);
        }
        macroblocks = new byte[filtered ? frame.columns() * frame.rows() : 0];
    }

    /** Records how a macroblock is filtered. */
    void put(int column, int row, int segment, boolean subblocks, boolean hasCoefficients) {
        if (filtered) {
            macroblocks[row * frame.columns() + column] =
                    (byte) (segment + (subblocks ? SEGMENTS : 0) + (subblocks || hasCoefficients ? INNER_EDGES : 0));
        }
    }

    /** Filters the frame. */
    void apply(Cancellation cancellation) {
        if (!filtered) {
            return;
        }
        int at = 0;
        for (int row = 0; row < frame.rows(); row++) {
            cancellation.check();
            for (int column = 0; column < frame.columns(); column++) {
                int macroblock = macroblocks[at++];
                FilterStrength strength = strengths[macroblock % INNER_EDGES];
                if (strength.level() > 0) {
                    apply(frame.y(), MACROBLOCK, column, row, strength, macroblock >= INNER_EDGES);
                    if (!simple) {
                        apply(frame.u(), MACROBLOCK / 2, column, row, strength, macroblock >= INNER_EDGES);
                        apply(frame.v(), MACROBLOCK / 2, column, row, strength, macroblock >= INNER_EDGES);
                    }
                }
            }
        }
    }

    /**
     * Filters the left edge, the inner vertical edges, the upper edge and the inner horizontal edges, in this order.
     */
    private void apply(SamplePlane plane, int side, int column, int row, FilterStrength strength, boolean innerEdges) {
        int at = plane.at(side * column, side * row);
        int stride = plane.stride;
        if (column > 0) {
            filterEdge(plane.samples, at, 1, stride, side, strength, true);
        }
        if (innerEdges) {
            for (int x = 4; x < side; x += 4) {
                filterEdge(plane.samples, at + x, 1, stride, side, strength, false);
            }
        }
        if (row > 0) {
            filterEdge(plane.samples, at, stride, 1, side, strength, true);
        }
        if (innerEdges) {
            for (int y = 4; y < side; y += 4) {
                filterEdge(plane.samples, at + y * stride, stride, 1, side, strength, false);
            }
        }
    }

    private void filterEdge(
            byte[] samples, int at, int across, int along, int side, FilterStrength strength, boolean macroblock) {
        int limit = macroblock ? strength.macroblockEdgeLimit() : strength.subblockEdgeLimit();
        if (simple) {
            EdgeFilter.simple(samples, at, across, along, side, limit);
        } else {
            EdgeFilter.normal(samples, at, across, along, side, limit, strength, macroblock);
        }
    }
}
