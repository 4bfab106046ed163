package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;

/** Smooths the edges of macroblocks and subblocks (RFC 6386, 15), once all are there. */
final class LoopFilter {

    private static final int SIDE = 16;
    private static final int SEGMENTS = 4;
    /** Beside the number of a strength: that the edges within the macroblock are filtered, too. */
    private static final int WITHIN = 8;

    private final YuvFrame planes;
    private final boolean simple;
    private final boolean filtered;
    /** By segment, then those of macroblocks whose subblocks are predicted. */
    private final FilterStrength[] strengths = new FilterStrength[2 * SEGMENTS];
    /** Number of the strength for each macroblock, row by row. */
    private final byte[] macroblocks;

    LoopFilter(YuvFrame planes, FrameParameters parameters) {
        this.planes = planes;
        simple = parameters.simpleFilter();
        filtered = parameters.filtered();
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = parameters.filterStrength(i % SEGMENTS, i >= SEGMENTS);
        }
        macroblocks = new byte[filtered ? planes.columns() * planes.rows() : 0];
    }

    /** Notes what the filter must know of a macroblock. */
    void put(int column, int row, int segment, boolean subblocks, boolean hasCoefficients) {
        if (filtered) {
            macroblocks[row * planes.columns() + column] =
                    (byte) (segment + (subblocks ? SEGMENTS : 0) + (subblocks || hasCoefficients ? WITHIN : 0));
        }
    }

    void apply(Cancellation cancellation) {
        if (!filtered) {
            return;
        }
        int at = 0;
        for (int row = 0; row < planes.rows(); row++) {
            cancellation.check();
            for (int column = 0; column < planes.columns(); column++) {
                int macroblock = macroblocks[at++];
                FilterStrength strength = strengths[macroblock % WITHIN];
                if (strength.level() > 0) {
                    apply(planes.y(), SIDE, column, row, strength, macroblock >= WITHIN);
                    if (!simple) {
                        apply(planes.u(), SIDE / 2, column, row, strength, macroblock >= WITHIN);
                        apply(planes.v(), SIDE / 2, column, row, strength, macroblock >= WITHIN);
                    }
                }
            }
        }
    }

    /** The edge on the left, those within, the one above, those within: each works on what the others left. */
    private void apply(SamplePlane plane, int side, int column, int row, FilterStrength strength, boolean within) {
        int at = plane.at(side * column, side * row);
        int stride = plane.stride;
        if (column > 0) {
            edge(plane.samples, at, 1, stride, side, strength, true);
        }
        if (within) {
            for (int x = 4; x < side; x += 4) {
                edge(plane.samples, at + x, 1, stride, side, strength, false);
            }
        }
        if (row > 0) {
            edge(plane.samples, at, stride, 1, side, strength, true);
        }
        if (within) {
            for (int y = 4; y < side; y += 4) {
                edge(plane.samples, at + y * stride, stride, 1, side, strength, false);
            }
        }
    }

    private void edge(
            byte[] samples, int at, int across, int along, int side, FilterStrength strength, boolean macroblock) {
        int limit = macroblock ? strength.macroblockEdge() : strength.subblockEdge();
        if (simple) {
            EdgeFilter.simple(samples, at, across, along, side, limit);
        } else if (macroblock) {
            EdgeFilter.macroblock(samples, at, across, along, side, limit, strength);
        } else {
            EdgeFilter.subblock(samples, at, across, along, side, limit, strength);
        }
    }
}
