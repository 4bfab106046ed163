package io.eyegoogler.image;

import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory for ImageIO, whose own streams would copy it, or write it to disk. */
final class ByteBufferImageInputStream extends ImageInputStreamImpl {

    private final ByteBuffer bytes;
    private final int length;

    /** Reads {@code file} from its first byte to its limit, whatever its position. */
    ByteBufferImageInputStream(ByteBuffer file) {
        this.bytes = file.duplicate();
        this.length = file.limit();
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < length ? bytes.get((int) streamPos++) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int available = (int) Math.min(count, length - streamPos);
        if (available <= 0) {
            return -1;
        }
        bytes.get((int) streamPos, target, offset, available);
        streamPos += available;
        return available;
    }

    @Override
    public long length() {
        return length;
    }
}
