package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.eyegoogler.Cancellation;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentedOutputStreamTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 1_000_000})
    void bytes_ofAnyLength_areThoseWritten(int length) {
        Random random = new Random(length);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        SegmentedOutputStream file = new SegmentedOutputStream(Cancellation.NEVER, Integer.MAX_VALUE);
        while (expected.size() < length) {
            byte[] piece = new byte[1 + random.nextInt(Math.min(400_000, length - expected.size()))];
            random.nextBytes(piece);
            int offset = random.nextInt(piece.length);
            file.write(piece[0]);
            file.write(piece, offset, piece.length - offset);
            expected.write(piece[0]);
            expected.write(piece, offset, piece.length - offset);
        }
        assertArrayEquals(expected.toByteArray(), file.toByteArray());
    }
}
