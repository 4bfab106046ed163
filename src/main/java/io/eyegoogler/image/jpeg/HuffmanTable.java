package io.eyegoogler.image.jpeg;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** The Huffman tables that T.81 gives for typical pictures (annex K.3.3), which ImageIO's writer uses too. */
enum HuffmanTable {
    DC_LUMA(0x00, JPEGHuffmanTable.StdDCLuminance),
    AC_LUMA(0x10, JPEGHuffmanTable.StdACLuminance),
    DC_CHROMA(0x01, JPEGHuffmanTable.StdDCChrominance),
    AC_CHROMA(0x11, JPEGHuffmanTable.StdACChrominance);

    /** Lowest bits of an {@linkplain #entries entry}, which hold the number of bits to write. */
    static final int LENGTH_BITS = 5;

    private static final int SYMBOLS = 256;
    private static final int VALUE_BITS = 0xf;

    /** Table class (DC, AC) and destination identifier (luma, chroma), a hex digit each. */
    final int id;

    final JPEGHuffmanTable table;
    /**
     * For each symbol its code, followed by space for the value (the symbol's low four bits say how many bits it has)
     * and, in the {@link #LENGTH_BITS} lowest bits, by the length of both.
     */
    final int[] entries = new int[SYMBOLS];

    HuffmanTable(int id, JPEGHuffmanTable table) {
        this.id = id;
        this.table = table;
        short[] lengthCounts = table.getLengths();
        short[] symbols = table.getValues();
        int code = 0;
        int n = 0;
        for (int length = 1; length <= lengthCounts.length; length++) {
            for (int i = 0; i < lengthCounts[length - 1]; i++) {
                int symbol = symbols[n++];
                int valueBits = symbol & VALUE_BITS;
                entries[symbol] = code++ << valueBits + LENGTH_BITS | length + valueBits;
            }
            code <<= 1;
        }
    }
}
