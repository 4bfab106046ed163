package io.eyegoogler.image.png;

/** Counts byte values and estimates the size of their Huffman code. */
final class ByteHistogram {
    private static final double LOG_2 = Math.log(2);

    private ByteHistogram() {}

    /**
     * Counts the bytes of one in {@code every} words of eight bytes.
     *
     * <p>Two tables take turns: where equal bytes follow each other, the second count need not wait for the first
     * store.
     *
     * @return the count of each byte value
     */
    static int[] count(byte[] bytes, int length, int every) {
        int[] counts = new int[DeflateFormat.LITERALS];
        int[] others = new int[DeflateFormat.LITERALS];
        int i = 0;
        for (; i <= length - Long.BYTES; i += every * Long.BYTES) {
            long word = LittleEndian.getLong(bytes, i);
            int low = (int) word;
            int high = (int) (word >>> Integer.SIZE);
            counts[low & 0xff]++;
            others[low >>> 8 & 0xff]++;
            counts[low >>> 16 & 0xff]++;
            others[low >>> 24]++;
            counts[high & 0xff]++;
            others[high >>> 8 & 0xff]++;
            counts[high >>> 16 & 0xff]++;
            others[high >>> 24]++;
        }
        for (; i < length; i++) {
            counts[bytes[i] & 0xff]++;
        }
        for (int value = 0; value < counts.length; value++) {
            counts[value] += others[value];
        }
        return counts;
    }

    /**
     * Estimates, to within a few percent, the bits that symbols with these counts take in a Huffman code of their own:
     * their entropy, but at least one bit per symbol.
     */
    static double bits(int[] counts) {
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits += count * Math.max(1, Math.log(total / count) / LOG_2);
            }
        }
        return bits;
    }
}
