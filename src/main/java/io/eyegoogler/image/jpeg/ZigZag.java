package io.eyegoogler.image.jpeg;

/** The zigzag order of a block's coefficients (T.81, figure A.6). */
final class ZigZag {
    /** {@code v · 8 + u} of the n-th coefficient. */
    private static final int[] ORDER = order();

    private ZigZag() {}

    /** Returns the horizontal frequency of the n-th coefficient. */
    static int u(int n) {
        return ORDER[n] % BlockLanes.SIDE;
    }

    /** Returns the vertical frequency of the n-th coefficient. */
    static int v(int n) {
        return ORDER[n] / BlockLanes.SIDE;
    }

    /** Walks the diagonals, alternately up and down. */
    private static int[] order() {
        int[] order = new int[BlockLanes.COUNT];
        int n = 0;
        for (int diagonal = 0; diagonal <= 2 * (BlockLanes.SIDE - 1); diagonal++) {
            int first = Math.max(0, diagonal - BlockLanes.SIDE + 1);
            int last = Math.min(diagonal, BlockLanes.SIDE - 1);
            for (int i = first; i <= last; i++) {
                int v = diagonal % 2 == 0 ? last + first - i : i;
                order[n++] = v * BlockLanes.SIDE + diagonal - v;
            }
        }
        return order;
    }
}
