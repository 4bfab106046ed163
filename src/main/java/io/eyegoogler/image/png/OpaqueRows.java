package io.eyegoogler.image.png;

/** Adds an opaque alpha to rows of red, green and blue. */
record OpaqueRows(PixelRows colors) implements PixelRows {
    private static final byte OPAQUE = (byte) 0xff;

    @Override
    public PngHeader header() {
        return new PngHeader(colors.header().width(), colors.header().height(), true);
    }

    @Override
    public void read(int y, byte[] into, int offset) {
        colors.read(y, into, offset);
        // From right to left, so that no sample is overwritten before it has moved.
        for (int x = header().width() - 1; x >= 0; x--) {
            System.arraycopy(into, offset + 3 * x, into, offset + 4 * x, 3);
            into[offset + 4 * x + 3] = OPAQUE;
        }
    }
}
