package io.eyegoogler.image.heif;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * The next PNG file of a stream in which several follow each other, from its signature to its last chunk; what precedes
 * the signature is skipped, since newer converters write their progress to standard output.
 */
final class PngStream extends InputStream {

    private static final long SIGNATURE = 0x89504e47_0d0a1a0aL;
    private static final int LAST_CHUNK = 0x49454e44;
    private static final int CRC_BYTES = 4;
    /** Far more than a converter writes about its progress with one image. */
    private static final int MAX_SKIPPED = 1 << 16;

    private final InputStream source;
    /** A signature, or the length and type of a chunk. */
    private ByteBuffer header;
    /** Bytes of the chunk, with its checksum, that have not been read yet. */
    private long remaining;

    private boolean isLast;

    /** Skips up to the end of the next signature. */
    PngStream(InputStream source) throws IOException {
        this.source = source;
        long window = 0;
        for (int i = 0; window != SIGNATURE; i++) {
            int next = source.read();
            if (next < 0 || i > MAX_SKIPPED) {
                throw new EOFException("No further image");
            }
            window = window << 8 | next;
        }
        header = ByteBuffer.allocate(Long.BYTES).putLong(0, SIGNATURE);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!header.hasRemaining() && remaining == 0) {
            if (isLast) {
                return -1;
            }
            nextChunk();
        }
        if (header.hasRemaining()) {
            int count = Math.min(length, header.remaining());
            header.get(target, offset, count);
            return count;
        }
        int count = source.read(target, offset, (int) Math.min(length, remaining));
        if (count < 0) {
            throw new EOFException("The image is cut off");
        }
        remaining -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        header = ByteBuffer.wrap(source.readNBytes(Long.BYTES));
        if (header.remaining() < Long.BYTES) {
            throw new EOFException("The image is cut off");
        }
        remaining = Integer.toUnsignedLong(header.getInt(0)) + CRC_BYTES;
        isLast = header.getInt(Integer.BYTES) == LAST_CHUNK;
    }

    /** Reads the rest of the file. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }
}
