package io.eyegoogler.image.webp;

/**
 * The strength with which the edges of a macroblock are filtered (RFC 6386, 15.2 and 15.3).
 *
 * @param level 0, not at all, to 63
 * @param interior the interior difference limit: of neighbors on one side of an edge
 * @param highVariance the high edge variance threshold, beyond which only the samples next to the edge are filtered
 */
record FilterStrength(int level, int interior, int highVariance) {

    private static final int MAX_LEVEL = 63;

    static FilterStrength of(int level, int sharpness) {
        int clamped = Math.max(0, Math.min(MAX_LEVEL, level));
        int interior = clamped;
        if (sharpness > 0) {
            interior = Math.min(interior >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
        }
        return new FilterStrength(clamped, Math.max(1, interior), clamped >= 40 ? 2 : clamped >= 15 ? 1 : 0);
    }

    /** Returns the difference limit across an edge between subblocks. */
    int subblockEdgeLimit() {
        return 2 * level + interior;
    }

    /** Returns the difference limit across an edge between macroblocks. */
    int macroblockEdgeLimit() {
        return 2 * (level + 2) + interior;
    }
}
