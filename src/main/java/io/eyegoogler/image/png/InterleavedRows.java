package io.eyegoogler.image.png;

import io.eyegoogler.image.PixelBytes;

/** Rows of a {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR} image: the bytes of each pixel reversed. */
record InterleavedRows(PngHeader header, PixelBytes pixels) implements PixelRows {

    @Override
    public void read(int y, byte[] into, int offset) {
        int from = pixels.index(0, y);
        if (header.alpha()) {
            reverseAbgr(from, into, offset);
        } else {
            reverseBgr(from, into, offset);
        }
    }

    /** Moves four bytes for three; the next pixel overwrites the fourth, so the last pixel is moved byte by byte. */
    private void reverseBgr(int from, byte[] into, int offset) {
        byte[] bytes = pixels.samples();
        int last = header.rowBytes() - PngHeader.RGB_BYTES;
        for (int i = 0; i < last; i += PngHeader.RGB_BYTES) {
            int bgr = LittleEndian.getInt(bytes, from + i);
            LittleEndian.putInt(into, offset + i, Integer.reverseBytes(bgr) >>> Byte.SIZE);
        }
        into[offset + last] = bytes[from + last + 2];
        into[offset + last + 1] = bytes[from + last + 1];
        into[offset + last + 2] = bytes[from + last];
    }

    private void reverseAbgr(int from, byte[] into, int offset) {
        byte[] bytes = pixels.samples();
        int length = header.rowBytes();
        for (int i = 0; i < length; i += PngHeader.RGBA_BYTES) {
            LittleEndian.putInt(into, offset + i, Integer.reverseBytes(LittleEndian.getInt(bytes, from + i)));
        }
    }
}
