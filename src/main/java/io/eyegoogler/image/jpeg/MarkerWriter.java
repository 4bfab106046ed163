package io.eyegoogler.image.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes marker segments (T.81, B.1 and B.2). */
final class MarkerWriter {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APPLICATION_0 = 0xe0;
    private static final int QUANTIZATION_TABLE = 0xdb;
    private static final int BASELINE_FRAME = 0xc0;
    private static final int HUFFMAN_TABLE = 0xc4;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int START_OF_SCAN = 0xda;
    private static final int RESTART = 0xd0;
    private static final int RESTARTS = 8;

    /** "JFIF", version 1.02, pixels as wide as high, no thumbnail (T.871, 10.1). */
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};
    /** Three components: number, sampling factors (horizontal and vertical, a hex digit each), quantization table. */
    private static final byte[] FRAME_COMPONENTS = {3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1};
    /** Three components: number, Huffman tables (DC and AC, a hex digit each); then all 64 coefficients, all bits. */
    private static final byte[] SCAN = {3, 1, 0x00, 2, 0x11, 3, 0x11, 0, BlockLanes.COUNT - 1, 0};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds all segments before the scan header. */
    void begin(int width, int height, Quantizer luma, Quantizer chroma) {
        marker(START_OF_IMAGE);
        segment(APPLICATION_0, JFIF);
        quantization(0, luma);
        quantization(1, chroma);
        ByteBuffer frame = ByteBuffer.allocate(5 + FRAME_COMPONENTS.length).put((byte) Byte.SIZE);
        frame.putShort((short) height).putShort((short) width).put(FRAME_COMPONENTS);
        segment(BASELINE_FRAME, frame.array());
        for (HuffmanTable table : HuffmanTable.values()) {
            huffman(table);
        }
    }

    /**
     * Adds the scan header.
     *
     * @param restartInterval MCUs between restart markers, 0 for none
     */
    void scan(int restartInterval) {
        if (restartInterval > 0) {
            segment(RESTART_INTERVAL, (byte) (restartInterval >> 8), (byte) restartInterval);
        }
        segment(START_OF_SCAN, SCAN);
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    /** Writes the marker after the {@code n}th restart interval, counted from 1. */
    static void writeAfterInterval(OutputStream out, int n, boolean last) throws IOException {
        out.write(new byte[] {(byte) 0xff, (byte) (last ? END_OF_IMAGE : RESTART + (n - 1) % RESTARTS)});
    }

    private void quantization(int id, Quantizer quantizer) {
        byte[] content = new byte[1 + BlockLanes.COUNT];
        content[0] = (byte) id;
        for (int n = 0; n < BlockLanes.COUNT; n++) {
            content[1 + n] = (byte) quantizer.step(ZigZag.u(n), ZigZag.v(n));
        }
        segment(QUANTIZATION_TABLE, content);
    }

    private void huffman(HuffmanTable huffman) {
        short[] lengths = huffman.table.getLengths();
        short[] symbols = huffman.table.getValues();
        ByteBuffer content = ByteBuffer.allocate(1 + lengths.length + symbols.length);
        content.put((byte) huffman.id);
        for (short length : lengths) {
            content.put((byte) length);
        }
        for (short symbol : symbols) {
            content.put((byte) symbol);
        }
        segment(HUFFMAN_TABLE, content.array());
    }

    private void marker(int marker) {
        bytes.write(0xff);
        bytes.write(marker);
    }

    private void segment(int marker, byte... content) {
        marker(marker);
        int length = content.length + Short.BYTES;
        bytes.write(length >> 8);
        bytes.write(length);
        bytes.writeBytes(content);
    }
}
