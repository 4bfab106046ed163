package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is written into memory: pieces, joined once its length is known.
 *
 * <p>{@code ByteArrayOutputStream} would copy what it holds each time that it doubles: five times a photo's length in
 * all, in arrays so large that the JVM gives each of them a place of its own.
 */
final class SegmentedOutputStream extends OutputStream {

    /** Bytes; no more than half a region of the smallest heap (1 MB), beyond which an array counts as huge to G1. */
    private static final int PIECE = 1 << 18;

    private final Cancellation cancellation;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[PIECE];
    private int used;

    /** Encoders write strip by strip, and so {@code cancellation} is checked in each. */
    SegmentedOutputStream(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public void write(int value) {
        room();
        piece[used++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        cancellation.check();
        int done = 0;
        while (done < length) {
            room();
            int count = Math.min(length - done, PIECE - used);
            System.arraycopy(bytes, offset + done, piece, used, count);
            used += count;
            done += count;
        }
    }

    private void room() {
        if (used == PIECE) {
            full.add(piece);
            piece = new byte[PIECE];
            used = 0;
        }
    }

    /** All that was written. */
    byte[] joined() {
        byte[] file = new byte[Math.addExact(Math.multiplyExact(full.size(), PIECE), used)];
        int length = 0;
        for (byte[] each : full) {
            System.arraycopy(each, 0, file, length, PIECE);
            length += PIECE;
        }
        System.arraycopy(piece, 0, file, length, used);
        return file;
    }
}
