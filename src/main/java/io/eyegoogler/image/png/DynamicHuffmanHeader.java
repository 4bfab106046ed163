package io.eyegoogler.image.png;

/**
 * Writes the header of a block with dynamic Huffman codes (RFC 1951, 3.2.7): the run-length encoded code lengths of
 * both codes, in a third code.
 */
final class DynamicHuffmanHeader {
    /** Most bits of a header: the three counts, 19 lengths of 3 bits, and each length in 7 bits, without runs. */
    static final int MAX_BITS = 17 + 19 * 3 + (DeflateFormat.LITERAL_SYMBOLS + DeflateFormat.DISTANCE_SYMBOLS) * 7;

    private static final int DYNAMIC = 2;
    private static final int LENGTH_SYMBOLS = 19;
    private static final int MAX_LENGTH_BITS = 7;
    /** The order of the third code's lengths. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int MIN_LENGTHS = 4;

    private static final int REPEAT = 16;
    private static final int MIN_REPEAT = 3;
    private static final int MAX_REPEAT = 6;
    private static final int SHORT_ZEROS = 17;
    private static final int LONG_ZEROS = 18;
    private static final int MIN_LONG_ZEROS = 11;
    private static final int MAX_LONG_ZEROS = 138;

    private final int[] symbols = new int[DeflateFormat.LITERAL_SYMBOLS + DeflateFormat.DISTANCE_SYMBOLS];
    private final int[] extras = new int[symbols.length];
    private final int[] counts = new int[LENGTH_SYMBOLS];
    private int size;

    private DynamicHuffmanHeader() {}

    static void put(BitWriter out, HuffmanCode literals, HuffmanCode distances, boolean last) {
        int literalCount = used(literals.lengths, DeflateFormat.END_OF_BLOCK + 1);
        int distanceCount = used(distances.lengths, 1);
        DynamicHuffmanHeader header = new DynamicHuffmanHeader();
        int[] all = new int[literalCount + distanceCount];
        System.arraycopy(literals.lengths, 0, all, 0, literalCount);
        System.arraycopy(distances.lengths, 0, all, literalCount, distanceCount);
        header.addAll(all);
        out.put((last ? 1 : 0) | DYNAMIC << 1, 3);
        out.put(literalCount - (DeflateFormat.END_OF_BLOCK + 1), 5);
        out.put(distanceCount - 1, 5);
        header.put(out);
    }

    private static int used(int[] lengths, int min) {
        int count = lengths.length;
        while (count > min && lengths[count - 1] == 0) {
            count--;
        }
        return count;
    }

    private void addAll(int[] lengths) {
        int run;
        for (int i = 0; i < lengths.length; i += run) {
            run = 1;
            while (i + run < lengths.length && lengths[i + run] == lengths[i]) {
                run++;
            }
            if (lengths[i] == 0) {
                addRepeated(0, run, MAX_LONG_ZEROS);
            } else {
                add(lengths[i], 0);
                addRepeated(lengths[i], run - 1, MAX_REPEAT);
            }
        }
    }

    private void addRepeated(int length, int times, int maxPart) {
        int remaining = times;
        while (remaining >= MIN_REPEAT) {
            int part = Math.min(remaining, maxPart);
            if (part >= MIN_LONG_ZEROS) {
                add(LONG_ZEROS, part - MIN_LONG_ZEROS);
            } else {
                add(length == 0 ? SHORT_ZEROS : REPEAT, part - MIN_REPEAT);
            }
            remaining -= part;
        }
        for (; remaining > 0; remaining--) {
            add(length, 0);
        }
    }

    private void add(int symbol, int extra) {
        symbols[size] = symbol;
        extras[size++] = extra;
        counts[symbol]++;
    }

    private void put(BitWriter out) {
        HuffmanCode code = HuffmanCode.of(counts, MAX_LENGTH_BITS);
        int lengthCount = LENGTH_SYMBOLS;
        while (lengthCount > MIN_LENGTHS && code.lengths[ORDER[lengthCount - 1]] == 0) {
            lengthCount--;
        }
        out.put(lengthCount - MIN_LENGTHS, 4);
        for (int i = 0; i < lengthCount; i++) {
            out.put(code.lengths[ORDER[i]], 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = symbols[i];
            code.put(out, symbol);
            out.put(extras[i], extraBits(symbol));
        }
    }

    private static int extraBits(int symbol) {
        return switch (symbol) {
            case REPEAT -> 2;
            case SHORT_ZEROS -> 3;
            case LONG_ZEROS -> 7;
            default -> 0;
        };
    }
}
