package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.PixelBytes;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The pixels of a GIF's frame. Those of the transparent color, of colors that the palette lacks, and those that the
 * file lacks are transparent.
 *
 * @param size of the frame; its location has no meaning
 * @param data where the image data begin in the file
 * @param transparent the transparent color's index, or a negative number
 */
record GifPixels(ByteBuffer file, Rectangle size, int data, Palette palette, int transparent, boolean interlaced)
        implements Frame.Pixels {

    private static final byte OPAQUE = (byte) 0xff;
    private static final int ABGR = 4;
    /** First row and step of the four passes of an interlaced frame. */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    /**
     * A color table in the file.
     *
     * @param start offset of the first color's red, which green and blue follow
     * @param colors how many there are
     */
    record Palette(int start, int colors) {

        static final Palette NONE = new Palette(0, 0);
    }

    @Override
    public BufferedImage decode(Cancellation cancellation) throws IOException {
        byte[] indices = new byte[size.width * size.height];
        int count = new LzwDecoder(file, data).decode(indices, cancellation);
        BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_4BYTE_ABGR);
        byte[] samples = PixelBytes.of(image).samples();
        int from = 0;
        for (int[] pass : interlaced ? PASSES : new int[][] {{0, 1}}) {
            for (int y = pass[0]; y < size.height && from < count; y += pass[1]) {
                cancellation.check();
                int end = Math.min(count, from + size.width);
                color(indices, from, end, samples, y * size.width * ABGR);
                from = end;
            }
        }
        return image;
    }

    private void color(byte[] indices, int from, int end, byte[] samples, int start) {
        int to = start;
        for (int i = from; i < end; i++, to += ABGR) {
            int index = indices[i] & 0xff;
            if (index != transparent && index < palette.colors) {
                int color = palette.start + 3 * index;
                samples[to] = OPAQUE;
                samples[to + 1] = file.get(color + 2);
                samples[to + 2] = file.get(color + 1);
                samples[to + 3] = file.get(color);
            }
        }
    }
}
