package io.eyegoogler.image.png;

/** Rows of red, green and blue, with an alpha that is opaque everywhere. */
final class OpaqueRows implements PixelRows {
    private static final byte OPAQUE = (byte) 0xff;

    private final PixelRows colors;
    private final PngHeader header;

    OpaqueRows(PixelRows colors) {
        PngHeader without = colors.header();
        this.colors = colors;
        this.header = new PngHeader(without.width(), without.height(), Byte.SIZE, PngHeader.Color.RGB_ALPHA);
    }

    @Override
    public PngHeader header() {
        return header;
    }

    @Override
    public void read(int y, byte[] into, int at) {
        colors.read(y, into, at);
        // From the right, so that no sample is written over before it has moved.
        for (int x = header.width() - 1; x >= 0; x--) {
            System.arraycopy(into, at + 3 * x, into, at + 4 * x, 3);
            into[at + 4 * x + 3] = OPAQUE;
        }
    }
}
