package io.eyegoogler.detect.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.HelperThreads;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxFilterDownscalerTest {

    private static final HelperThreads WORKERS = new HelperThreads(2);

    @ParameterizedTest
    @CsvSource({"2, 37, 23", "2, 2, 2", "2, 3, 300", "4, 131, 67", "4, 7, 9", "8, 100, 101", "16, 211, 97", "16, 16, 16"
    })
    void eachPixel_isTheMeanOfItsSquare(int factor, int width, int height) {
        assertIsReduced(noise(width, height, BufferedImage.TYPE_3BYTE_BGR), factor);
        assertIsReduced(noise(width, height, BufferedImage.TYPE_4BYTE_ABGR), factor);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16})
    void partOfAPhoto_isReadWhereItLies(int factor) {
        BufferedImage photo = noise(90, 80, BufferedImage.TYPE_3BYTE_BGR);
        assertIsReduced(photo.getSubimage(5, 6, 85, 74), factor);
    }

    @Test
    void whitePhoto_staysWhite_atTheLargestFactor() {
        BufferedImage white = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        white.createGraphics().fillRect(0, 0, 64, 48);
        InterleavedPixels reduced =
                BoxFilterDownscaler.downscale(InterleavedPixels.of(white), BoxFilterDownscaler.MAX_FACTOR, WORKERS);
        byte[] expected = new byte[4 * 3 * 3];
        Arrays.fill(expected, (byte) 255);
        assertArrayEquals(expected, reduced.samples());
    }

    private static void assertIsReduced(BufferedImage photo, int factor) {
        InterleavedPixels reduced = BoxFilterDownscaler.downscale(InterleavedPixels.of(photo), factor, WORKERS);
        assertEquals(photo.getWidth() / factor, reduced.width());
        assertEquals(photo.getHeight() / factor, reduced.height());
        for (int y = 0; y < reduced.height(); y++) {
            for (int x = 0; x < reduced.width(); x++) {
                int pixel = reduced.index(x, y);
                String where = "factor " + factor + " at " + x + ", " + y;
                assertEquals(mean(photo, x, y, factor, 16), reduced.samples()[pixel + reduced.red()] & 0xff, where);
                assertEquals(mean(photo, x, y, factor, 8), reduced.samples()[pixel + reduced.green()] & 0xff, where);
                assertEquals(mean(photo, x, y, factor, 0), reduced.samples()[pixel + reduced.blue()] & 0xff, where);
            }
        }
    }

    /** By the definition; halves are rounded up in even rows and down in odd ones. */
    private static int mean(BufferedImage photo, int column, int row, int factor, int channel) {
        int sum = 0;
        for (int y = row * factor; y < (row + 1) * factor; y++) {
            for (int x = column * factor; x < (column + 1) * factor; x++) {
                int argb = photo.getRGB(x, y);
                sum += (argb >> channel & 0xff) * (argb >>> 24) / 255;
            }
        }
        return (sum + factor * factor / 2 - row % 2) / (factor * factor);
    }

    private static BufferedImage noise(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }
}
