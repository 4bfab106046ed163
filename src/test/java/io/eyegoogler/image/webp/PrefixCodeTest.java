package io.eyegoogler.image.webp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import org.junit.jupiter.api.Test;

class PrefixCodeTest {

    @Test
    void codes_areReadFromTheirMostSignificantBit() throws IOException {
        // By length, then by symbol: 1 is 0, 0 is 10, 2 is 110, 3 is 111.
        PrefixCode code = new PrefixCode(new int[] {2, 1, 3, 3});
        // From the lowest bit on: 0, 10, 110, 111.
        BitReader bits = new BitReader(new byte[] {(byte) 0b11_011_01_0, 0b1}, 0);

        assertEquals(1, code.read(bits));
        assertEquals(0, code.read(bits));
        assertEquals(2, code.read(bits));
        assertEquals(3, code.read(bits));
    }

    @Test
    void longCodes_areReadByASecondLevelTable() throws IOException {
        // Lengths 1, 2, 3 … 14, 15, 15: symbol n is n ones and a zero, the last 15 ones.
        int[] lengths = IntStream.rangeClosed(1, 16).map(n -> Math.min(n, 15)).toArray();
        PrefixCode code = new PrefixCode(lengths);
        for (int symbol = 0; symbol < 15; symbol++) {
            int ones = (1 << symbol) - 1;
            assertEquals(symbol, code.read(new BitReader(new byte[] {(byte) ones, (byte) (ones >> 8)}, 0)));
        }
        assertEquals(15, code.read(new BitReader(new byte[] {(byte) 0xff, (byte) 0x7f}, 0)));
    }

    @Test
    void onlySymbol_takesNoBits() throws IOException {
        assertEquals(3, new PrefixCode(new int[] {0, 0, 0, 7}).read(new BitReader(new byte[0], 0)));
    }

    @Test
    void incompleteOrOversubscribedCode_isRejected() {
        assertThrows(IIOException.class, () -> new PrefixCode(new int[] {2, 2, 2}));
        assertThrows(IIOException.class, () -> new PrefixCode(new int[] {1, 1, 1}));
        assertThrows(IIOException.class, () -> new PrefixCode(new int[4]));
    }
}
