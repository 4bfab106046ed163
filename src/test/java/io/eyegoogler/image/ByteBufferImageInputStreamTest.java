package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteBufferImageInputStreamTest {

    private static final byte[] FILE = new byte[100_000];

    static {
        new Random(1).nextBytes(FILE);
    }

    private static ByteBufferImageInputStream stream(Cancellation cancellation) {
        return new ByteBufferImageInputStream(ByteBuffer.wrap(FILE), cancellation);
    }

    @Test
    void readsPastTheEnd_areRejectedOnceTheyDontStop() throws IOException {
        ByteBufferImageInputStream stream = stream(Cancellation.NEVER);
        stream.seek(FILE.length);

        assertEquals(-1, stream.read());
        assertThrows(EOFException.class, stream::readLong);
        assertThrows(PhotoRejectedException.Unreadable.class, () -> {
            for (int i = 0; i < 10_000; i++) {
                try {
                    stream.readLong();
                } catch (EOFException swallowed) {
                    // Some readers do this.
                }
            }
        });
        assertThrows(PhotoRejectedException.Unreadable.class, stream::checkEnd);
    }

    @Test
    void reads_throwOnceTheWorkIsCanceled() throws IOException {
        AtomicBoolean stop = new AtomicBoolean();
        ByteBufferImageInputStream stream = stream(Cancellation.when(stop::get));
        stream.readFully(new byte[1000]);
        stop.set(true);

        assertThrows(WorkCancelledException.class, () -> stream.read(new byte[100], 0, 100));
        assertThrows(WorkCancelledException.class, () -> {
            for (int i = 0; i < 2000; i++) {
                stream.read();
            }
        });
    }

    /** Reads like the stream that ImageIO puts between this one and its JPEG reader. */
    private static int readRepeatedly(ByteBufferImageInputStream stream, byte[] target, int count) {
        int total = 0;
        while (total < count) {
            int read = stream.read(target, total, count - total);
            if (read < 0) {
                return total == 0 ? -1 : total;
            }
            total += read;
        }
        return total;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 999, 4096, 65_536, 1_000_000})
    void limitedReads_returnTheWholeFile_whateverTheirSize(int size) throws IOException {
        for (int limit : new int[] {16, 999, 4096}) {
            ByteBufferImageInputStream stream = stream(Cancellation.NEVER);
            stream.limitReads(500, limit);
            byte[] read = new byte[FILE.length];
            byte[] target = new byte[size];
            int total = 0;
            while (total < FILE.length) {
                boolean inData = total >= 500;
                int count = readRepeatedly(stream, target, size);
                assertTrue(count > 0 && (!inData || count <= limit), count + " bytes at " + total);
                System.arraycopy(target, 0, read, total, count);
                total += count;
            }
            assertArrayEquals(FILE, read);
        }
    }
}
