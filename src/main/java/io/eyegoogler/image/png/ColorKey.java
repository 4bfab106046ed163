package io.eyegoogler.image.png;

import java.util.BitSet;
import java.util.Optional;

/** Finds a color that a picture doesn't use, to stand for transparency (PNG specification, 11.3.1.1). */
final class ColorKey {
    /**
     * Only colors with this red are candidates, so that most pixels need a single comparison. No photo uses all 65,536
     * of them.
     */
    private static final byte RED = 1;

    private ColorKey() {}

    /** Returns the red, green and blue of a color that no pixel has; {@code rows} must be without alpha. */
    static Optional<byte[]> unusedIn(PixelRows rows) {
        BitSet used = new BitSet(1 << 2 * Byte.SIZE);
        byte[] row = new byte[rows.header().rowBytes()];
        for (int y = 0; y < rows.header().height(); y++) {
            rows.read(y, row, 0);
            for (int i = 0; i < row.length; i += PngHeader.RGB_BYTES) {
                if (row[i] == RED) {
                    used.set((row[i + 1] & 0xff) << Byte.SIZE | row[i + 2] & 0xff);
                }
            }
        }
        int unused = used.nextClearBit(0);
        return unused < 1 << 2 * Byte.SIZE
                ? Optional.of(new byte[] {RED, (byte) (unused >> Byte.SIZE), (byte) unused})
                : Optional.empty();
    }
}
