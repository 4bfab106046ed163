package io.eyegoogler.image.jpeg;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** A Huffman code: T.81's examples for typical pictures (annex K.3.3), which are also what ImageIO's writer takes. */
enum HuffmanTable {
    DC_LUMA(0, 0, JPEGHuffmanTable.StdDCLuminance),
    AC_LUMA(1, 0, JPEGHuffmanTable.StdACLuminance),
    DC_CHROMA(0, 1, JPEGHuffmanTable.StdDCChrominance),
    AC_CHROMA(1, 1, JPEGHuffmanTable.StdACChrominance);

    /** Lowest bits of an {@linkplain #entries entry}, which hold how many bits to write. */
    static final int LENGTH_BITS = 5;

    private static final int SYMBOLS = 256;
    private static final int FOLLOWING = 0xf;

    /** 0 for differences of DC coefficients, 1 for AC coefficients. */
    final int kind;
    /** Its number among those of its kind. */
    final int number;

    final JPEGHuffmanTable table;
    /**
     * For each symbol its code, with room behind it for the bits that follow (a symbol's low four bits say how many),
     * and in the {@link #LENGTH_BITS} lowest bits the length of both.
     */
    final int[] entries = new int[SYMBOLS];

    HuffmanTable(int kind, int number, JPEGHuffmanTable table) {
        this.kind = kind;
        this.number = number;
        this.table = table;
        short[] lengthCounts = table.getLengths();
        short[] symbols = table.getValues();
        int code = 0;
        int n = 0;
        for (int length = 1; length <= lengthCounts.length; length++) {
            for (int i = 0; i < lengthCounts[length - 1]; i++) {
                int symbol = symbols[n++];
                int following = symbol & FOLLOWING;
                entries[symbol] = code++ << following + LENGTH_BITS | length + following;
            }
            code <<= 1;
        }
    }
}
