package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowFilterTest {
    @ParameterizedTest
    @EnumSource(RowFilter.class)
    void filteredBytes_areTheRowLessTheGuess(RowFilter filter) {
        Random random = new Random(9);
        for (int length = 1; length < 70; length++) {
            for (int unit : new int[] {3, 4}) {
                byte[] raw = new byte[300];
                random.nextBytes(raw);
                byte[] out = new byte[length + 20];
                filter.apply(raw, 150, 20, length, unit, out, 5);
                for (int i = 0; i < length; i++) {
                    int left = raw[150 + i - unit] & 0xff;
                    int up = raw[20 + i] & 0xff;
                    int guess =
                            switch (filter) {
                                case NONE -> 0;
                                case SUB -> left;
                                case UP -> up;
                                case AVERAGE -> (left + up) / 2;
                            };
                    assertEquals((byte) (raw[150 + i] - guess), out[5 + i], "byte " + i + " of " + length);
                }
            }
        }
    }

    @Test
    void rowAboveThePicture_isZeros() {
        BufferedImage image = Pictures.noise(new BufferedImage(5, 3, BufferedImage.TYPE_3BYTE_BGR), new Random(25));
        PixelRows rows = PixelRows.of(image).orElseThrow();
        ScanlineBuffer raw = new ScanlineBuffer(rows.header(), 2);
        raw.read(rows, 1, 3);
        raw.read(rows, 0, 2);
        byte[] up = new byte[15 + RowFilter.SLACK];
        byte[] none = new byte[15 + RowFilter.SLACK];
        raw.filter(RowFilter.UP, 0, 0, 15, up, 0);
        raw.filter(RowFilter.NONE, 0, 0, 15, none, 0);

        assertArrayEquals(Arrays.copyOf(none, 15), Arrays.copyOf(up, 15));
    }

    @Test
    void filterNumbers_areThoseOfPng() {
        assertEquals(0, RowFilter.NONE.ordinal());
        assertEquals(1, RowFilter.SUB.ordinal());
        assertEquals(2, RowFilter.UP.ordinal());
        assertEquals(3, RowFilter.AVERAGE.ordinal());
    }

    @Test
    void checksumOfPieces_isThatOfTheWhole() {
        Random random = new Random(10);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(200_000)];
            if (round % 3 == 0) {
                Arrays.fill(bytes, (byte) 0xff);
            } else {
                random.nextBytes(bytes);
            }
            int cut = random.nextInt(bytes.length + 1);
            int first = adler(bytes, 0, cut);
            int second = adler(bytes, cut, bytes.length - cut);

            assertEquals(adler(bytes, 0, bytes.length), Adler32Combiner.combine(first, second, bytes.length - cut));
        }
    }

    private static int adler(byte[] bytes, int from, int length) {
        Adler32 adler = new Adler32();
        adler.update(bytes, from, length);
        return (int) adler.getValue();
    }
}
