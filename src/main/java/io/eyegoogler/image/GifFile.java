package io.eyegoogler.image;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the blocks of a GIF (GIF89a specification). */
final class GifFile {

    /** The frame stays, and the next one is drawn over it. */
    static final int KEEP = 1;
    /** The frame's rectangle becomes transparent before the next frame. */
    static final int CLEAR = 2;

    private static final int PALETTE_FLAG = 0x80;
    /** 8 bits per color, minus 1, as the original pictures had. */
    private static final int RESOLUTION = 7 << 4;

    private static final int TRANSPARENT_FLAG = 1;

    private final OutputStream out;

    GifFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the header.
     *
     * @param palette of all frames that have none of their own
     * @param plays how often the frames are shown, 0 meaning forever; once is what a file without a loop means
     */
    void begin(int width, int height, GifPalette palette, int plays) throws IOException {
        write("GIF89a");
        byte[] size = little(7)
                .putShort((short) width)
                .putShort((short) height)
                .put((byte) (PALETTE_FLAG | RESOLUTION | palette.bits() - 1))
                .array();
        out.write(size);
        writePalette(palette);
        if (plays != 1) {
            out.write(new byte[] {0x21, (byte) 0xff, 11});
            write("NETSCAPE2.0");
            // The number of repetitions after the first time.
            short repetitions = (short) Math.min(0xffff, Math.max(0, plays - 1));
            out.write(
                    little(5).put((byte) 3).put((byte) 1).putShort(repetitions).array());
        }
    }

    /**
     * Writes a frame.
     *
     * @param indices of the colors of {@code palette}, row by row
     * @param local whether {@code palette} is the frame's own
     * @param delay 1/100 s
     * @param disposal {@link #KEEP} or {@link #CLEAR}
     */
    void frame(Rectangle bounds, byte[] indices, GifPalette palette, boolean local, int delay, int disposal)
            throws IOException {
        ByteBuffer head = little(18).put(new byte[] {0x21, (byte) 0xf9, 4});
        head.put((byte) (disposal << 2 | TRANSPARENT_FLAG)).putShort((short) delay);
        head.put((byte) palette.transparent()).put((byte) 0).put((byte) 0x2c);
        head.putShort((short) bounds.x).putShort((short) bounds.y);
        head.putShort((short) bounds.width).putShort((short) bounds.height);
        out.write(
                head.put((byte) (local ? PALETTE_FLAG | palette.bits() - 1 : 0)).array());
        if (local) {
            writePalette(palette);
        }
        new LzwEncoder(out, Math.max(2, palette.bits())).encode(indices);
    }

    void end() throws IOException {
        out.write(new byte[] {0x3b});
    }

    private void writePalette(GifPalette palette) throws IOException {
        byte[] table = new byte[3 << palette.bits()];
        for (int i = 0; i < palette.transparent(); i++) {
            int rgb = palette.rgb(i);
            table[3 * i] = (byte) (rgb >> 16);
            table[3 * i + 1] = (byte) (rgb >> 8);
            table[3 * i + 2] = (byte) rgb;
        }
        out.write(table);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
