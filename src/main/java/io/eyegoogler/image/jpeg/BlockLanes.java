package io.eyegoogler.image.jpeg;

/**
 * The memory layout of {@link #LANES} blocks of 8 × 8 samples, a structure of arrays: first sample 0 of each block,
 * then sample 1 of each, and so on. Each step of the encoder is then a plain loop over an array, which the JIT compiler
 * turns into vector instructions.
 *
 * <p>It vectorizes a loop only if its iterations are visibly independent: indices may differ by constants alone, and
 * there may not be too many operations (observed with OpenJDK 17; four arrays read, four written and a dozen operations
 * are fine). That is why the sizes below are constants and the loops are small.
 */
final class BlockLanes {
    /** Samples along the side of a block. */
    static final int SIDE = 8;
    /** Samples of a block. */
    static final int COUNT = SIDE * SIDE;
    /** Blocks in a batch: enough for long loops, few enough for the samples, 64 KiB, to stay in a core's cache. */
    static final int LANES = 256;
    /** Distance between vertical neighbors: sample (x, y) of a block is at y · ROW + x · LANES + lane. */
    static final int ROW = SIDE * LANES;

    static final int LENGTH = COUNT * LANES;

    private BlockLanes() {}
}
