package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects a file in memory as segments, which are joined once its length is known.
 *
 * <p>{@code ByteArrayOutputStream} would copy its content each time it grows: five times a photo's length in all, in
 * arrays so large that the JVM gives each of them regions of its own.
 */
final class SegmentedOutputStream extends OutputStream {

    /** Bytes; at most half a region of the smallest heap (1 MB), beyond which G1 treats an array as humongous. */
    private static final int SEGMENT = 1 << 18;

    private final Cancellation cancellation;
    private final int maxLength;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] segment = new byte[SEGMENT];
    private int used;

    /**
     * Creates a stream for a file of at most {@code maxLength} bytes, give or take a segment. It checks {@code
     * cancellation} with each array written: encoders write one for each strip.
     */
    SegmentedOutputStream(Cancellation cancellation, int maxLength) {
        this.cancellation = cancellation;
        this.maxLength = maxLength;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        cancellation.check();
        int done = 0;
        while (done < length) {
            if (used == SEGMENT) {
                full.add(segment);
                if ((long) full.size() * SEGMENT > maxLength) {
                    throw new PhotoRejectedException.TooLargeResult(maxLength);
                }
                segment = new byte[SEGMENT];
                used = 0;
            }
            int count = Math.min(length - done, SEGMENT - used);
            System.arraycopy(bytes, offset + done, segment, used, count);
            used += count;
            done += count;
        }
    }

    /** Returns all that was written. */
    byte[] toByteArray() {
        byte[] file = new byte[Math.addExact(Math.multiplyExact(full.size(), SEGMENT), used)];
        int length = 0;
        for (byte[] each : full) {
            System.arraycopy(each, 0, file, length, SEGMENT);
            length += SEGMENT;
        }
        System.arraycopy(segment, 0, file, length, used);
        return file;
    }
}
