package io.eyegoogler.image.png;

import java.util.BitSet;
import java.util.Optional;

/** Finds a colour that a picture doesn't have, to stand for transparency (PNG specification, 11.3.1.1). */
final class ColorKey {
    /**
     * Of all colours only those with this red are tried: then most pixels need but one look. A picture that has all
     * 65,536 of them is no photo.
     */
    private static final byte RED = 1;

    private ColorKey() {}

    /** Red, green and blue that no pixel of {@code rows}, of 8 bits each, has. */
    static Optional<byte[]> unusedIn(PixelRows rows) {
        BitSet used = new BitSet(1 << 2 * Byte.SIZE);
        byte[] row = new byte[(int) rows.header().rowBytes()];
        for (int y = 0; y < rows.header().height(); y++) {
            rows.read(y, row, 0);
            for (int i = 0; i < row.length; i += 3) {
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
