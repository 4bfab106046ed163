package io.eyegoogler.image.png;

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

    private final OutputStream out;

    ChunkWriter(OutputStream out) {
        this.out = out;
    }

    /** The signature and what the pixels are. */
    void begin(PngHeader header) throws IOException {
        out.write(SIGNATURE);
        ByteBuffer data = ByteBuffer.allocate(HEADER_BYTES).putInt(header.width()).putInt(header.height());
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

    /** A piece of the zlib stream that holds the pixels; it is sent on its way. */
    void data(BitSink piece) throws IOException {
        chunk("IDAT", piece.bytes, piece.position);
        out.flush();
    }

    void end() throws IOException {
        chunk("IEND", new byte[0], 0);
        out.flush();
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.write(ByteBuffer.allocate(2 * Integer.BYTES).putInt(length).put(name).array());
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
