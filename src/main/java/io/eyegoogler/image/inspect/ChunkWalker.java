package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;

/**
 * Walks the chunks of a PNG (W3C PNG, 5.3) or of a RIFF file such as a WebP (RFC 9649, 2.3), as far as they are intact.
 */
public final class ChunkWalker {

    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;
    /** The length and the type of a chunk, bytes. */
    private static final int CHUNK_HEADER = 8;

    private static final int PNG_CRC = 4;

    /** Receives the chunks of a file in order. */
    public interface Visitor {

        /**
         * Visits a chunk.
         *
         * @param type as {@link #type} returns it
         * @param data the chunk's data, big-endian; less than the chunk declares if the file ends in it
         */
        void visit(int type, ByteBuffer data);
    }

    private ChunkWalker() {}

    /** Returns the number that stands for a chunk type of four ASCII characters. */
    public static int type(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    /** Visits the chunks of a PNG. */
    public static void walkPng(ByteBuffer file, Visitor visitor) {
        long at = PNG_SIGNATURE;
        while (at + CHUNK_HEADER <= file.limit()) {
            int start = (int) at + CHUNK_HEADER;
            int length = file.getInt((int) at);
            if (length < 0) {
                return;
            }
            visitor.visit(file.getInt((int) at + 4), data(file, start, length));
            at = (long) start + length + PNG_CRC;
        }
    }

    /** Visits the chunks of a RIFF file. */
    public static void walkRiff(ByteBuffer file, Visitor visitor) {
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= file.limit()) {
            int start = (int) at + CHUNK_HEADER;
            long length = Integer.toUnsignedLong(Integer.reverseBytes(file.getInt((int) at + 4)));
            visitor.visit(file.getInt((int) at), data(file, start, length));
            // Data are padded to an even length.
            at = start + length + (length & 1);
        }
    }

    private static ByteBuffer data(ByteBuffer file, int start, long length) {
        return file.slice(start, (int) Math.min(length, file.limit() - start));
    }
}
