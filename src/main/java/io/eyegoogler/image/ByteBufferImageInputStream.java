package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory for ImageIO, whose own streams would copy it, or write it to disk.
 *
 * <p>Reading from it ends with an unchecked exception once work is cancelled, and once a reader goes on asking for more
 * than the file has: readers take an {@code IOException} for a reason to try the next byte, or to call the picture
 * complete.
 */
final class ByteBufferImageInputStream extends ImageInputStreamImpl {

    /** A read of fewer bytes is a small one. */
    private static final int SMALL = 64;
    /** Small reads between two checks: some microseconds' worth, for what a byte can make a decoder do. */
    private static final int CHECK_INTERVAL = 1 << 10;
    /** Readers look for the end a few times; those that don't believe it have done so millions of times. */
    private static final int MAX_READS_PAST_END = 1 << 12;

    private final ByteBuffer bytes;
    private final int length;
    private final Cancellation cancellation;
    private int smallReads;
    private int readsPastEnd;
    private int piecesFrom = Integer.MAX_VALUE;
    private int pieceLength;
    private boolean pieceGiven;

    /** Reads {@code file} from its first byte to its limit, whatever its position. */
    ByteBufferImageInputStream(ByteBuffer file, Cancellation cancellation) {
        this.bytes = file.duplicate();
        this.length = file.limit();
        this.cancellation = cancellation;
    }

    /**
     * Makes bytes from {@code start} on come in pieces, so that a decoder to which a few bytes mean much work comes
     * back often. A piece is followed by one read that gives nothing: the stream that the JPEG reader lays over this one
     * asks again and again until it has what it wanted, or is told that there is no more.
     *
     * @param start where nothing but the pixels' data follows, whose reader is content with less than it asked for
     */
    void inPieces(int start, int length) {
        piecesFrom = start;
        pieceLength = length;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (++smallReads >= CHECK_INTERVAL) {
            check();
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
            check();
        }
        int available = (int) Math.min(count, length - streamPos);
        if (available <= 0) {
            return end();
        }
        if (streamPos >= piecesFrom) {
            if (pieceGiven) {
                pieceGiven = false;
                return -1;
            }
            // Who has got all of what was asked for doesn't ask again.
            pieceGiven = available > pieceLength;
            available = Math.min(available, pieceLength);
        }
        bytes.get((int) streamPos, target, offset, available);
        streamPos += available;
        return available;
    }

    private void check() {
        smallReads = 0;
        cancellation.check();
    }

    private int end() {
        readsPastEnd++;
        checkEnd();
        return -1;
    }

    /**
     * Returns unless too much was asked for.
     *
     * @throws PhotoRejectedException if it was, whatever the reader made of the exceptions
     */
    void checkEnd() {
        if (readsPastEnd > MAX_READS_PAST_END) {
            throw new PhotoRejectedException.Unreadable("The file ends before its last pixels; send it again.", null);
        }
    }

    @Override
    public long length() {
        return length;
    }
}
