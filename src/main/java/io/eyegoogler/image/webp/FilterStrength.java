package io.eyegoogler.image.webp;

/**
 * How the edges of a macroblock are filtered (RFC 6386, 15.2 and 15.3).
 *
 * @param level 0 to 63; 0: not at all
 * @param interior the greatest difference between neighbors on one side of an edge
 * @param highVariance the difference from which on a neighbor of the edge counts as detail
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

    /** The greatest difference across an edge between subblocks. */
    int subblockEdge() {
        return 2 * level + interior;
    }

    /** The greatest difference across an edge between macroblocks. */
    int macroblockEdge() {
        return 2 * (level + 2) + interior;
    }
}
