package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An ImageIO stream of a file in memory. ImageIO's own streams would copy the file or write it to disk.
 *
 * <p>Reads throw an unchecked exception once the work is canceled, and once a reader keeps reading past the end:
 * readers handle an {@code IOException} by trying the next byte, or by taking the image for complete.
 */
public final class ByteBufferImageInputStream extends ImageInputStreamImpl {

    /** Reads of fewer bytes are small. */
    private static final int SMALL = 64;
    /**
     * Small reads between two checks for cancellation: some microseconds' worth, even if each byte makes a decoder
     * work.
     */
    private static final int CHECK_INTERVAL = 1 << 10;
    /** Readers read past the end a few times; those that ignore the end have done so millions of times. */
    private static final int MAX_READS_PAST_END = 1 << 12;

    private final ByteBuffer bytes;
    private final int length;
    private final Cancellation cancellation;
    private int smallReads;
    private int readsPastEnd;
    private int limitStart = Integer.MAX_VALUE;
    private int maxRead;
    private boolean wasLimited;

    /** Creates a stream of {@code file} from its first byte to its limit, regardless of its position. */
    public ByteBufferImageInputStream(ByteBuffer file, Cancellation cancellation) {
        this.bytes = file.duplicate();
        this.length = file.limit();
        this.cancellation = cancellation;
    }

    /**
     * Limits how many bytes a read returns from {@code start} on, so that a decoder that does much work for few bytes
     * reads often. A limited read is followed by one that returns nothing, since the stream that the JPEG reader puts
     * on top of this one repeats short reads until it has all that it asked for, or there is no more.
     *
     * @param start the offset from which on the reader accepts short reads
     */
    void limitReads(int start, int maxRead) {
        this.limitStart = start;
        this.maxRead = maxRead;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (++smallReads >= CHECK_INTERVAL) {
            checkCancellation();
        }
        return streamPos < length ? bytes.get((int) streamPos++) & 0xff : end();
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (count >= SMALL || ++smallReads >= CHECK_INTERVAL) {
            checkCancellation();
        }
        int available = (int) Math.min(count, length - streamPos);
        if (available <= 0) {
            return end();
        }
        if (streamPos >= limitStart) {
            if (wasLimited) {
                wasLimited = false;
                return -1;
            }
            // A caller that got all that it asked for doesn't repeat the read.
            wasLimited = available > maxRead;
            available = Math.min(available, maxRead);
        }
        bytes.get((int) streamPos, target, offset, available);
        streamPos += available;
        return available;
    }

    private void checkCancellation() {
        smallReads = 0;
        cancellation.check();
    }

    private int end() {
        readsPastEnd++;
        checkEnd();
        return -1;
    }

    /**
     * Returns unless there were too many reads past the end.
     *
     * @throws PhotoRejectedException.Unreadable if there were, even if the reader caught this exception before
     */
    void checkEnd() {
        if (readsPastEnd > MAX_READS_PAST_END) {
            throw PhotoRejectedException.Unreadable.incomplete();
        }
    }

    @Override
    public long length() {
        return length;
    }
}
