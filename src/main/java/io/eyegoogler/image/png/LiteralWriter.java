package io.eyegoogler.image.png;

/** Writes bytes as literals of a Huffman code: the hot loop of a photo. */
final class LiteralWriter {
    /**
     * Longest code of a literal, in bits: four of them fit one {@link BitWriter#put}. One bit below what Deflate allows,
     * which costs nothing that can be measured.
     */
    static final int MAX_CODE_BITS = BitWriter.MAX_BITS / 4;

    private LiteralWriter() {}

    /**
     * Appends {@code bytes[from, to)}.
     *
     * <p>Four codes are joined before they are put into the sink, so that the chain of steps that must wait for each
     * other is as short for four bytes as it would be for one. A shift by an {@linkplain HuffmanCode#entries entry} is
     * a shift by its length, since Java looks at the lowest six bits alone; the sum of entries is, in those bits, the
     * sum of lengths.
     */
    static void put(BitWriter sink, long[] entries, byte[] bytes, int from, int to) {
        byte[] out = sink.bytes;
        int position = sink.position;
        long waiting = sink.waiting;
        int count = sink.waitingCount;
        int i = from;
        for (; i <= to - Integer.BYTES; i += Integer.BYTES) {
            int four = LittleEndian.getInt(bytes, i);
            long a = entries[four & 0xff];
            long b = entries[four >>> 8 & 0xff];
            long c = entries[four >>> 16 & 0xff];
            long d = entries[four >>> 24];
            long ab = code(a) | code(b) << a;
            long cd = code(c) | code(d) << c;
            long abLength = a + b;
            waiting |= (ab | cd << abLength) << count;
            count += (int) (abLength + c + d) & Long.SIZE - 1;
            LittleEndian.putLong(out, position, waiting);
            position += count >>> 3;
            waiting >>>= count & ~7;
            count &= 7;
        }
        sink.position = position;
        sink.waiting = waiting;
        sink.waitingCount = count;
        for (; i < to; i++) {
            long entry = entries[bytes[i] & 0xff];
            sink.put(code(entry), (int) entry & Long.SIZE - 1);
        }
    }

    private static long code(long entry) {
        return entry >>> HuffmanCode.LENGTH_BITS;
    }
}
