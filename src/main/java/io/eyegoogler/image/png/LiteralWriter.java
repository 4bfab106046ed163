package io.eyegoogler.image.png;

/** Writes bytes as literals of a Huffman code: the hot loop of photos. */
final class LiteralWriter {
    /**
     * Longest code of a literal, in bits, so that four fit one {@link BitWriter#put}. Deflate allows one bit more,
     * which would save nothing measurable.
     */
    static final int MAX_CODE_BITS = BitWriter.MAX_BITS / 4;

    private LiteralWriter() {}

    /**
     * Appends {@code bytes[from, to)}.
     *
     * <p>Four codes are joined before they are appended, so that the chain of dependent operations is as short for four
     * bytes as for one. A shift by an {@linkplain HuffmanCode#entries entry} is a shift by its length, since Java uses
     * only the lowest six bits; in those bits the sum of entries is the sum of lengths.
     */
    static void put(BitWriter writer, long[] entries, byte[] bytes, int from, int to) {
        byte[] out = writer.bytes;
        int position = writer.position;
        long pending = writer.pending;
        int count = writer.pendingCount;
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
            pending |= (ab | cd << abLength) << count;
            count += (int) (abLength + c + d) & Long.SIZE - 1;
            LittleEndian.putLong(out, position, pending);
            position += count >>> 3;
            pending >>>= count & ~7;
            count &= 7;
        }
        writer.position = position;
        writer.pending = pending;
        writer.pendingCount = count;
        for (; i < to; i++) {
            long entry = entries[bytes[i] & 0xff];
            writer.put(code(entry), (int) entry & Long.SIZE - 1);
        }
    }

    private static long code(long entry) {
        return entry >>> HuffmanCode.LENGTH_BITS;
    }
}
