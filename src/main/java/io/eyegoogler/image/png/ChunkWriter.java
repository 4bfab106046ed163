package io.eyegoogler.image.png;

import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG (PNG specification, section 11): length, type, data, CRC-32 of type and data. */
final class ChunkWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int OPAQUE = 0xff;

    private static final int FOREVER = 0;
    private static final short MILLISECONDS = 1000;
    /** A frame leaves what it shows to the next. */
    private static final byte KEEP = 0;

    private static final byte BLEND_OVER = 1;
    private static final int FRAME_BYTES = 26;

    private final OutputStream out;
    /** Frames begun; zero where nothing moves. */
    private int frames;
    /** Counts the chunks that APNG wants counted. */
    private int sequence;

    ChunkWriter(OutputStream out) {
        this.out = out;
    }

    /** The signature and what the pixels are. */
    void begin(PngHeader header) throws IOException {
        out.write(SIGNATURE);
        ByteBuffer data =
                ByteBuffer.allocate(HEADER_BYTES).putInt(header.width()).putInt(header.height());
        data.put((byte) header.depth()).put((byte) header.color().code);
        chunk("IHDR", data.array(), HEADER_BYTES);
    }

    /** The colours that indices stand for, and how opaque they are, up to the last that is not wholly so. */
    void palette(IndexColorModel palette) throws IOException {
        int size = palette.getMapSize();
        byte[] colors = new byte[3 * size];
        byte[] alphas = new byte[size];
        int translucent = 0;
        for (int i = 0; i < size; i++) {
            colors[3 * i] = (byte) palette.getRed(i);
            colors[3 * i + 1] = (byte) palette.getGreen(i);
            colors[3 * i + 2] = (byte) palette.getBlue(i);
            alphas[i] = (byte) palette.getAlpha(i);
            translucent = palette.getAlpha(i) == OPAQUE ? translucent : i + 1;
        }
        chunk("PLTE", colors, colors.length);
        if (translucent > 0) {
            chunk("tRNS", Arrays.copyOf(alphas, translucent), translucent);
        }
    }

    /** Red, green and blue, of 8 bits each, that mean transparency. */
    void transparent(byte[] color) throws IOException {
        chunk("tRNS", new byte[] {0, color[0], 0, color[1], 0, color[2]}, 2 * color.length);
    }

    /** Says that an endless loop of frames follows. */
    void animation(int count) throws IOException {
        chunk(
                "acTL",
                ByteBuffer.allocate(2 * Integer.BYTES)
                        .putInt(count)
                        .putInt(FOREVER)
                        .array(),
                2 * Integer.BYTES);
    }

    /** Begins a frame that is laid over what was there before and shown for so long; its data follow. */
    void frame(Rectangle bounds, int milliseconds) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(FRAME_BYTES).putInt(sequence++);
        data.putInt(bounds.width).putInt(bounds.height).putInt(bounds.x).putInt(bounds.y);
        data.putShort((short) milliseconds).putShort(MILLISECONDS).put(KEEP).put(BLEND_OVER);
        chunk("fcTL", data.array(), FRAME_BYTES);
        frames++;
    }

    /** A piece of the zlib stream that holds the pixels; it is sent on its way. The first frame's are a still's. */
    void data(BitWriter piece) throws IOException {
        if (frames <= 1) {
            chunk("IDAT", piece.bytes, piece.position);
        } else {
            chunk("fdAT", ByteBuffer.allocate(Integer.BYTES).putInt(sequence++).array(), piece.bytes, piece.position);
        }
        out.flush();
    }

    void end() throws IOException {
        chunk("IEND", new byte[0], 0);
        out.flush();
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        chunk(type, new byte[0], data, length);
    }

    private void chunk(String type, byte[] head, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(head);
        crc.update(data, 0, length);
        out.write(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(head.length + length)
                .put(name)
                .array());
        out.write(head);
        out.write(data, 0, length);
        out.write(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
