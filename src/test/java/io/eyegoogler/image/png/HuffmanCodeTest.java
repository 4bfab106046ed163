package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {
    @Test
    void textbookCounts_getTextbookLengths() {
        HuffmanCode code = HuffmanCode.of(new int[] {45, 13, 12, 16, 9, 5}, 15);

        assertEquals("[1, 3, 3, 3, 4, 4]", Arrays.toString(code.lengths));
    }

    @Test
    void rfcExample_getsRfcCodes() {
        // RFC 1951, 3.2.2: ABCDEFGH with lengths 3, 3, 3, 3, 3, 2, 4, 4. These counts make those lengths.
        HuffmanCode code = HuffmanCode.of(new int[] {20, 20, 20, 20, 20, 45, 10, 10}, 15);

        assertEquals("[3, 3, 3, 3, 3, 2, 4, 4]", Arrays.toString(code.lengths));
        int[] expected = {0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111};
        for (int i = 0; i < expected.length; i++) {
            int length = code.lengths[i];
            int firstBitLowest = Integer.reverse(expected[i]) >>> Integer.SIZE - length;
            assertEquals(firstBitLowest << HuffmanCode.LENGTH_BITS | length, code.entries[i], "symbol " + i);
        }
    }

    @Test
    void fibonacciCounts_stayWithinLimitAndComplete() {
        int[] counts = new int[40];
        counts[0] = 1;
        counts[1] = 1;
        for (int i = 2; i < counts.length; i++) {
            counts[i] = counts[i - 1] + counts[i - 2];
        }
        for (int limit : new int[] {6, 7, 9, 14, 15}) {
            assertComplete(HuffmanCode.of(counts, limit), limit);
        }
    }

    @Test
    void randomCounts_areCompleteAndRarerIsNoShorter() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            int[] counts = random.ints(2 + random.nextInt(285), 0, 10)
                    .map(n -> n < 3 ? 0 : random.nextInt(1 << 3 * (n - 2)))
                    .toArray();
            HuffmanCode code = HuffmanCode.of(counts, 14);
            assertComplete(code, 14);
            for (int i = 0; i < counts.length; i++) {
                for (int j = 0; j < counts.length; j++) {
                    if (counts[i] > counts[j] && counts[j] > 0) {
                        assertTrue(code.lengths[i] <= code.lengths[j], "round " + round + ": " + i + " " + j);
                    }
                }
            }
        }
    }

    @Test
    void lessThanTwoSymbols_getTwoCodesOfOneBit() {
        for (int[] counts : new int[][] {{0, 0, 0}, {7, 0, 0}, {0, 0, 7}}) {
            HuffmanCode code = HuffmanCode.of(counts, 7);

            assertEquals(
                    2, Arrays.stream(code.lengths).filter(length -> length == 1).count());
            assertComplete(code, 7);
        }
    }

    @Test
    void asManySymbolsAsTheLimitAllows_getEqualLengths() {
        int[] counts = IntStream.range(0, 128).map(i -> 1 << i / 5).toArray();

        assertTrue(Arrays.stream(HuffmanCode.of(counts, 7).lengths).allMatch(length -> length == 7));
    }

    private static void assertComplete(HuffmanCode code, int limit) {
        long sum = 0;
        for (int length : code.lengths) {
            assertTrue(length <= limit, "length " + length);
            sum += length == 0 ? 0 : 1L << limit - length;
        }
        assertEquals(1L << limit, sum, "Kraft's sum");
    }
}
