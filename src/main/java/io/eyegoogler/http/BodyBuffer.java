package io.eyegoogler.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A buffer that grows chunk by chunk, with memory taken from a {@link BodyMemoryBudget}. Not safe for use by several
 * threads at once.
 */
final class BodyBuffer implements AutoCloseable {

    /** Chunks are small, so that a length that was only announced costs nothing, bytes. */
    private static final int CHUNK = 1 << 18;

    private final BodyMemoryBudget memory;
    private final BodyMemoryBudget.Transfer owner;
    private final long announced;
    private final long maxLength;
    private final List<byte[]> full = new ArrayList<>();
    /** The last chunk; after {@link #join}, everything. */
    private byte[] last = {};
    /** Bytes used of the last chunk. */
    private int used;

    private long length;

    /**
     * Creates an empty buffer.
     *
     * @param owner the transfer that the memory is for
     * @param announced the length that the client announced, bytes; negative if it announced none
     * @param maxLength the limit on the length, bytes
     */
    BodyBuffer(BodyMemoryBudget memory, BodyMemoryBudget.Transfer owner, long announced, long maxLength) {
        this.memory = memory;
        this.owner = owner;
        this.announced = announced;
        this.maxLength = maxLength;
    }

    /**
     * Reads once from {@code input}.
     *
     * @return the number of bytes read, or -1 at the end
     * @throws HttpErrorException if the limit on the length was exceeded before, or there is no memory
     */
    int read(InputStream input) throws IOException {
        checkLength();
        if (used == last.length) {
            grow();
        }
        int count = input.read(last, used, last.length - used);
        used += Math.max(count, 0);
        length += Math.max(count, 0);
        return count;
    }

    private void checkLength() {
        if (length > maxLength) {
            throw HttpErrorException.tooLarge(maxLength);
        }
    }

    private void grow() {
        // One byte over the limit shows that the limit is exceeded.
        long rest = announced > length ? announced - length : maxLength + 1 - length;
        byte[] chunk = allocate((int) Math.min(CHUNK, rest));
        if (last.length > 0) {
            full.add(last);
        }
        last = chunk;
        used = 0;
    }

    private byte[] allocate(int size) {
        memory.take(size, owner);
        try {
            return new byte[size];
        } catch (OutOfMemoryError noMemory) {
            memory.giveBack(size);
            throw HttpErrorException.unavailable(HttpErrorException.Reason.MEMORY);
        }
    }

    /**
     * Makes the chunks one array.
     *
     * @throws HttpErrorException if the limit on the length was exceeded, or there is no memory
     */
    void join() {
        checkLength();
        if (full.isEmpty()) {
            return;
        }
        // One buffer at a time, since each briefly takes twice its length.
        synchronized (memory) {
            int whole = (int) length;
            byte[] joined = allocate(whole);
            int offset = 0;
            for (byte[] chunk : full) {
                System.arraycopy(chunk, 0, joined, offset, chunk.length);
                offset += chunk.length;
            }
            System.arraycopy(last, 0, joined, offset, used);
            close();
            last = joined;
            used = whole;
        }
    }

    /** Returns the bytes after {@link #join}, from position 0 to the limit. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(last, 0, used);
    }

    /** Gives all memory back. */
    @Override
    public void close() {
        memory.giveBack(full.stream().mapToLong(chunk -> chunk.length).sum() + last.length);
        full.clear();
        last = new byte[0];
        used = 0;
    }
}
