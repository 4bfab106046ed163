package io.eyegoogler.image.png;

/** Counts of bytes, and what they would cost. */
final class ByteHistogram {
    private static final double LOG_2 = Math.log(2);

    private ByteHistogram() {}

    /**
     * Counts, of each {@code every} words of eight bytes, one.
     *
     * <p>Two tables take turns: where a byte follows its equal, the second need not wait for the first to be stored.
     *
     * @return counts of the values of a byte
     */
    static int[] of(byte[] bytes, int length, int every) {
        int[] counts = new int[DeflateFormat.LITERALS];
        int[] others = new int[DeflateFormat.LITERALS];
        int at = 0;
        for (; at <= length - Long.BYTES; at += every * Long.BYTES) {
            long word = LittleEndian.getLong(bytes, at);
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
        for (; at < length; at++) {
            counts[bytes[at] & 0xff]++;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others[i];
        }
        return counts;
    }

    static int most(int[] counts) {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /**
     * Bits that symbols with these counts take in a Huffman code of their own, to within a few per cent: their entropy,
     * but no symbol less than one bit.
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
