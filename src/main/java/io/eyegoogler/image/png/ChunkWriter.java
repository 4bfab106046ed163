package io.eyegoogler.image.png;

import io.eyegoogler.image.moving.FrameDelay;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG (PNG specification, section 11): length, type, data, CRC-32 of type and data. */
final class ChunkWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_BYTES = 13;

    /** APNG_DISPOSE_OP_NONE: the next frame is drawn on this one. */
    private static final byte DISPOSE_NONE = 0;

    private static final byte BLEND_SOURCE = 0;
    private static final byte BLEND_OVER = 1;
    /** The largest numerator and denominator of a delay. */
    private static final int MAX_DELAY = 0xffff;

    private static final int FRAME_CONTROL_BYTES = 26;

    private final OutputStream out;
    /** Frames begun, 0 in a still picture. */
    private int frames;
    /** Number of the next fcTL or fdAT chunk. */
    private int sequence;

    ChunkWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes the signature and IHDR. */
    void begin(PngHeader header) throws IOException {
        out.write(SIGNATURE);
        ByteBuffer data =
                ByteBuffer.allocate(HEADER_BYTES).putInt(header.width()).putInt(header.height());
        chunk("IHDR", data.put((byte) Byte.SIZE).put(header.colorType()).array());
    }

    /** Writes tRNS: the red, green and blue, 8 bits each, of pixels that are transparent. */
    void colorKey(byte[] color) throws IOException {
        chunk("tRNS", new byte[] {0, color[0], 0, color[1], 0, color[2]});
    }

    /** Writes acTL: {@code count} frames follow, to be shown {@code plays} times; 0 means forever. */
    void animation(int count, int plays) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(2 * Integer.BYTES).putInt(count).putInt(plays);
        chunk("acTL", data.array());
    }

    /** Writes fcTL for a frame that is blended over the previous one, or replaces it; its data follow. */
    void frame(Rectangle bounds, FrameDelay delay, boolean over) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(FRAME_CONTROL_BYTES).putInt(sequence++);
        data.putInt(bounds.width).putInt(bounds.height).putInt(bounds.x).putInt(bounds.y);
        int numerator = delay.numerator();
        int denominator = delay.denominator();
        while (Math.max(numerator, denominator) > MAX_DELAY && denominator > 1) {
            // More than a minute: half a millisecond makes no difference.
            numerator /= 2;
            denominator /= 2;
        }
        data.putShort((short) Math.min(MAX_DELAY, numerator)).putShort((short) denominator);
        chunk(
                "fcTL",
                data.put(DISPOSE_NONE).put(over ? BLEND_OVER : BLEND_SOURCE).array());
        frames++;
    }

    /** Writes and flushes a piece of the zlib stream, as IDAT in the first frame and as fdAT in later ones. */
    void data(BitWriter piece) throws IOException {
        if (frames <= 1) {
            chunk("IDAT", new byte[0], piece.bytes, piece.position);
        } else {
            byte[] number =
                    ByteBuffer.allocate(Integer.BYTES).putInt(sequence++).array();
            chunk("fdAT", number, piece.bytes, piece.position);
        }
        out.flush();
    }

    void end() throws IOException {
        chunk("IEND", new byte[0]);
        out.flush();
    }

    private void chunk(String type, byte[] data) throws IOException {
        chunk(type, data, new byte[0], 0);
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
