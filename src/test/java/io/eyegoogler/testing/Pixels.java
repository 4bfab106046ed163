package io.eyegoogler.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;

/** Compares pictures pixel by pixel. */
public final class Pixels {

    private Pixels() {}

    public static void assertSame(BufferedImage expected, BufferedImage actual) {
        assertNear(expected, actual, 0);
    }

    /** @param tolerance the greatest difference of a sample, of 255 */
    public static void assertNear(BufferedImage expected, BufferedImage actual, int tolerance) {
        assertEquals(expected.getWidth(), actual.getWidth());
        assertEquals(expected.getHeight(), actual.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int right = expected.getRGB(x, y);
                int read = actual.getRGB(x, y);
                String where = "at (" + x + ", " + y + "): " + Integer.toHexString(right) + ", got "
                        + Integer.toHexString(read);
                for (int shift = 0; shift < 32; shift += 8) {
                    assertTrue(Math.abs((right >>> shift & 0xff) - (read >>> shift & 0xff)) <= tolerance, where);
                }
            }
        }
    }
}
