package io.eyegoogler.image.png;

import java.awt.image.Raster;

/** Rows of any other image, sample by sample: 16 bits, several pixels to a byte, samples in planes. */
record SampleRows(Raster raster, PngHeader header) implements PixelRows {
    @Override
    public void read(int y, byte[] into, int at) {
        int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, header.width(), 1, (int[]) null);
        if (header.depth() == Short.SIZE) {
            for (int i = 0; i < samples.length; i++) {
                into[at + 2 * i] = (byte) (samples[i] >>> Byte.SIZE);
                into[at + 2 * i + 1] = (byte) samples[i];
            }
        } else {
            pack(samples, into, at);
        }
    }

    /** The leftmost pixel of a byte is in its highest bits (PNG specification, 7.2). */
    private void pack(int[] samples, byte[] into, int at) {
        int depth = header.depth();
        int perByte = Byte.SIZE / depth;
        for (int i = 0; i < samples.length; i += perByte) {
            int packed = 0;
            for (int j = 0; j < perByte; j++) {
                packed = packed << depth | (i + j < samples.length ? samples[i + j] : 0);
            }
            into[at + i / perByte] = (byte) packed;
        }
    }
}
