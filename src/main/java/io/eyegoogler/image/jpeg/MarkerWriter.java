package io.eyegoogler.image.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

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

    private static final int SAMPLE_BITS = 8;
    /** Tables of each component: luma has the first of each kind, both chroma components the second. */
    private static final int[] TABLES = {0, 1, 1};
    /** Sampling factors of each component, horizontal and vertical, a hex digit each. */
    private static final int[] SAMPLING = {0x22, 0x11, 0x11};
    /** "JFIF", version 1.02, pixels as wide as high, no thumbnail (T.871, 10.1). */
    private static final int[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds all segments before the scan header. */
    void begin(int width, int height, Quantizer luma, Quantizer chroma) {
        marker(START_OF_IMAGE);
        segment(APPLICATION_0, JFIF);
        quantization(0, luma);
        quantization(1, chroma);
        frame(width, height);
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
            segment(RESTART_INTERVAL, restartInterval >> 8, restartInterval & 0xff);
        }
        int components = TABLES.length;
        int[] content = new int[2 * components + 4];
        content[0] = components;
        for (int i = 0; i < components; i++) {
            content[2 * i + 1] = i + 1;
            content[2 * i + 2] = TABLES[i] << 4 | TABLES[i];
        }
        // Spectral selection 0 to 63: all coefficients.
        content[2 * components + 2] = BlockLanes.COUNT - 1;
        segment(START_OF_SCAN, content);
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    /** Writes the marker after the {@code n}th restart interval, counted from 1. */
    static void writeAfterInterval(OutputStream out, int n, boolean last) throws IOException {
        out.write(new byte[] {(byte) 0xff, (byte) (last ? END_OF_IMAGE : RESTART + (n - 1) % RESTARTS)});
    }

    private void frame(int width, int height) {
        int components = TABLES.length;
        int[] content = new int[6 + 3 * components];
        content[0] = SAMPLE_BITS;
        content[1] = height >> 8;
        content[2] = height & 0xff;
        content[3] = width >> 8;
        content[4] = width & 0xff;
        content[5] = components;
        for (int i = 0; i < components; i++) {
            content[6 + 3 * i] = i + 1;
            content[7 + 3 * i] = SAMPLING[i];
            content[8 + 3 * i] = TABLES[i];
        }
        segment(BASELINE_FRAME, content);
    }

    private void quantization(int id, Quantizer quantizer) {
        int[] content = new int[1 + BlockLanes.COUNT];
        content[0] = id;
        for (int n = 0; n < BlockLanes.COUNT; n++) {
            content[1 + n] = quantizer.step(ZigZag.u(n), ZigZag.v(n));
        }
        segment(QUANTIZATION_TABLE, content);
    }

    private void huffman(HuffmanTable huffman) {
        short[] lengths = huffman.table.getLengths();
        short[] symbols = huffman.table.getValues();
        int[] content = new int[1 + lengths.length + symbols.length];
        content[0] = huffman.tableClass << 4 | huffman.id;
        for (int i = 0; i < lengths.length; i++) {
            content[1 + i] = lengths[i];
        }
        for (int i = 0; i < symbols.length; i++) {
            content[1 + lengths.length + i] = symbols[i];
        }
        segment(HUFFMAN_TABLE, content);
    }

    private void marker(int marker) {
        bytes.write(0xff);
        bytes.write(marker);
    }

    private void segment(int marker, int... content) {
        marker(marker);
        int length = content.length + Short.BYTES;
        bytes.write(length >> 8);
        bytes.write(length);
        for (int value : content) {
            bytes.write(value);
        }
    }
}
