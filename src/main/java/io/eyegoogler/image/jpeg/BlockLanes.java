package io.eyegoogler.image.jpeg;

/**
 * The samples of {@link #LANES} blocks of 8 × 8 at a time, turned inside out: first sample 0 of each block, then sample
 * 1 of each, and so on. So every step of the work is a plain loop over an array that treats all blocks alike, and such
 * loops the JIT compiler turns into vector instructions.
 *
 * <p>It does so only where it sees that no step of a loop needs another's result: places in an array may differ by
 * constants alone, and a loop may not have too many operations (observed with OpenJDK 17; four arrays read, four
 * written and a dozen operations go). That is why the constants below are constants, and why the loops are small.
 */
final class BlockLanes {
    /** Samples on a block's side. */
    static final int SIDE = 8;
    /** Samples of a block, hence planes. */
    static final int COUNT = SIDE * SIDE;
    /** Blocks. Enough to make long loops; few enough that the planes, 64 KiB, stay in a core's cache. */
    static final int LANES = 256;
    /** How far apart vertical neighbours of a block are: sample (x, y) of a block is at y · ROW + x · LANES + lane. */
    static final int ROW = SIDE * LANES;

    static final int LENGTH = COUNT * LANES;

    private BlockLanes() {}
}
