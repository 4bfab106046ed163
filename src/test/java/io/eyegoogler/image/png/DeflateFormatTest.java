package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class DeflateFormatTest {
    /** The first length and distance of each symbol, from the tables of RFC 1951, 3.2.5. */
    private static final int[] LENGTHS = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final int[] DISTANCES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    @Test
    void lengthSymbols_areThoseOfTheRfc() {
        for (int length = DeflateFormat.MIN_MATCH; length <= DeflateFormat.MAX_MATCH; length++) {
            int symbol = DeflateFormat.lengthSymbol(length);
            int first = LENGTHS[symbol - 257];
            assertTrue(
                    first <= length && length < first + (1 << DeflateFormat.lengthExtraBits(length)),
                    "length " + length);
            assertEquals(
                    (length - 3) & (1 << DeflateFormat.lengthExtraBits(length)) - 1,
                    length - first,
                    "length " + length);
        }
        assertEquals(285, DeflateFormat.lengthSymbol(258));
    }

    @Test
    void distanceSymbols_areThoseOfTheRfc() {
        for (int distance = 1; distance <= DeflateFormat.MAX_DISTANCE; distance++) {
            int first = DISTANCES[DeflateFormat.distanceSymbol(distance)];
            int extra = DeflateFormat.distanceExtraBits(distance);
            assertTrue(first <= distance && distance < first + (1 << extra), "distance " + distance);
            assertEquals((distance - 1) & (1 << extra) - 1, distance - first, "distance " + distance);
        }
    }

    @Test
    void storedBytes_inflateToThemselves() throws DataFormatException {
        for (int length : new int[] {0, 1, 65534, 65535, 65536, 131070, 131071}) {
            byte[] bytes = Pictures.bytes(length, new Random(length));
            BitWriter bits = new BitWriter(length + 100);
            DeflateFormat.putStored(bits, bytes, 0, length, true);

            assertEquals(DeflateFormat.storedBytes(length), bits.position);
            assertArrayEquals(bytes, inflate(bits, length));
        }
    }

    @Test
    void bits_comeOutInOrder() {
        BitWriter bits = new BitWriter(100);
        bits.put(0b1, 1);
        bits.put(0b01, 2);
        bits.put(0xffffffffffffffL, BitWriter.MAX_BITS);
        bits.put(0, 3);
        bits.align();

        assertEquals(8, bits.position);
        assertEquals(0b011L | 0xffffffffffffffL << 3, LittleEndian.getLong(bits.bytes, 0));
    }

    @Test
    void tokens_inflateToTheBytesTheyWereMadeOf() throws DataFormatException {
        MatchFinder matchFinder = new MatchFinder();
        Lz77Tokens tokens = new Lz77Tokens();
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int length = random.nextInt(1 << random.nextInt(18));
            byte[] bytes = Pictures.bytes(length, random);
            int pixelBytes = 1 + random.nextInt(8);
            int rowBytes = 1 + random.nextInt(1 << random.nextInt(17));
            matchFinder.find(Arrays.copyOf(bytes, length + Long.BYTES), length, pixelBytes, rowBytes, tokens);
            BitWriter bits = new BitWriter(2 * length + 1000);
            tokens.put(bits, bytes, true);
            bits.align();

            assertArrayEquals(bytes, inflate(bits, length), "round " + round);
        }
    }

    @Test
    void repeat_isFoundAsFarBackAsAllowedAndNoFarther() throws DataFormatException {
        for (int distance : new int[] {32766, 32767, 32768, 32769, 40000}) {
            byte[] bytes = new byte[distance + 300 + Long.BYTES];
            new Random(8).nextBytes(bytes);
            System.arraycopy(bytes, 0, bytes, distance, 300);
            Lz77Tokens tokens = new Lz77Tokens();
            new MatchFinder().find(bytes, distance + 300, 3, 1000, tokens);
            BitWriter bits = new BitWriter(2 * bytes.length + 1000);
            tokens.put(bits, bytes, true);
            bits.align();

            assertArrayEquals(Arrays.copyOf(bytes, distance + 300), inflate(bits, distance + 300), "" + distance);
        }
    }

    @Test
    void rareBytes_getCodesThatFitFourToAPut() throws DataFormatException {
        byte[] bytes = new byte[1 << 20];
        int at = 0;
        for (int value = 0, count = 1; at + count < bytes.length; value++, count += count / 2 + 1) {
            Arrays.fill(bytes, at, at + count, (byte) value);
            at += count;
        }
        int[] counts = Arrays.copyOf(ByteHistogram.count(bytes, at, 1), DeflateFormat.LITERAL_SYMBOLS);
        counts[DeflateFormat.END_OF_BLOCK] = 1;
        HuffmanCode code = HuffmanCode.of(counts, LiteralWriter.MAX_CODE_BITS);
        BitWriter bits = new BitWriter(2 * bytes.length);
        DynamicHuffmanHeader.put(bits, code, HuffmanCode.of(new int[DeflateFormat.DISTANCE_SYMBOLS], 14), true);
        LiteralWriter.put(bits, code.entries, bytes, 0, at);
        code.put(bits, DeflateFormat.END_OF_BLOCK);
        bits.align();

        assertEquals(14, Arrays.stream(code.lengths).max().orElseThrow());
        assertArrayEquals(Arrays.copyOf(bytes, at), inflate(bits, at));
    }

    private static byte[] inflate(BitWriter bits, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bits.bytes, 0, bits.position);
            byte[] bytes = new byte[length + 1];
            int count = inflater.inflate(bytes);
            assertTrue(inflater.finished(), "the stream has an end");
            assertEquals(0, inflater.getRemaining(), "bytes behind the end");
            return Arrays.copyOf(bytes, count);
        } finally {
            inflater.end();
        }
    }
}
