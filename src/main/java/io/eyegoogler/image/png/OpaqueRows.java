package io.eyegoogler.image.png;

/** Rows of a picture without alpha as red, green, blue and an opaque alpha. */
final class OpaqueRows implements PixelRows {
    private static final byte OPAQUE = (byte) 0xff;

    private final PixelRows colors;
    private final PngHeader header;

    OpaqueRows(PixelRows colors) {
        this.colors = colors;
        this.header = new PngHeader(colors.header().width(), colors.header().height(), true);
    }

    @Override
    public PngHeader header() {
        return header;
    }

    @Override
    public void read(int y, byte[] into, int offset) {
        colors.read(y, into, offset);
        // From right to left, so that no sample is overwritten before it has moved.
        for (int x = header.width() - 1; x >= 0; x--) {
            System.arraycopy(into, offset + 3 * x, into, offset + 4 * x, 3);
            into[offset + 4 * x + 3] = OPAQUE;
        }
    }
}
