package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Cancellation;
import io.eyegoogler.testing.Exifs;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifOrientationTest {

    /** Larger than a tile, and not a multiple of its side, px. */
    private static final int WIDTH = 67;

    private static final int HEIGHT = 41;

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 5", "3, 5", "4, 5", "5, 5", "6, 5", "7, 5", "8, 5", "6, 6", "8, 6", "3, 6"})
    void storedImage_isTurnedUpright(int exif, int type) {
        BufferedImage upright = new BufferedImage(WIDTH, HEIGHT, type);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            upright.setRGB(i % WIDTH, i / WIDTH, 0x7f000000 | i);
        }
        BufferedImage turned = ExifOrientation.of(exif).apply(Exifs.stored(upright, exif), Cancellation.NEVER);

        assertEquals(type, turned.getType());
        assertEquals(WIDTH, turned.getWidth());
        assertEquals(HEIGHT, turned.getHeight());
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            assertEquals(upright.getRGB(i % WIDTH, i / WIDTH), turned.getRGB(i % WIDTH, i / WIDTH));
        }
    }
}
