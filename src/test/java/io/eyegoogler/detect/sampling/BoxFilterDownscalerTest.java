package io.eyegoogler.detect.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.TestImages;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxFilterDownscalerTest {

    private static final HelperThreads THREADS = new HelperThreads(2);

    @ParameterizedTest
    @CsvSource({
        "2, 37, 23",
        "2, 2, 2",
        "2, 3, 300",
        "2, 600, 5",
        "2, 1001, 14",
        "4, 131, 67",
        "4, 7, 9",
        "4, 800, 9",
        "8, 100, 101",
        "16, 211, 97",
        "16, 16, 16"
    })
    void eachPixel_isTheMeanOfItsSquare(int factor, int width, int height) {
        assertIsDownscaled(TestImages.randomPixels(width, height, BufferedImage.TYPE_3BYTE_BGR), factor);
        assertIsDownscaled(TestImages.randomPixels(width, height, BufferedImage.TYPE_4BYTE_ABGR), factor);
    }

    @ParameterizedTest
    @CsvSource({"2, 90", "2, 700", "4, 90", "16, 90"})
    void subimage_isReadInPlace(int factor, int width) {
        BufferedImage photo = TestImages.randomPixels(width, 80, BufferedImage.TYPE_3BYTE_BGR);
        assertIsDownscaled(photo.getSubimage(5, 6, width - 5, 74), factor);
    }

    @Test
    void whitePhoto_staysWhite_atTheLargestFactor() {
        BufferedImage white = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        white.createGraphics().fillRect(0, 0, 64, 48);
        InterleavedPixels downscaled =
                BoxFilterDownscaler.downscale(InterleavedPixels.of(white), BoxFilterDownscaler.MAX_FACTOR, THREADS);
        byte[] expected = new byte[4 * 3 * 3];
        Arrays.fill(expected, (byte) 255);
        assertArrayEquals(expected, downscaled.samples());
    }

    private static void assertIsDownscaled(BufferedImage photo, int factor) {
        InterleavedPixels downscaled = BoxFilterDownscaler.downscale(InterleavedPixels.of(photo), factor, THREADS);
        assertEquals(photo.getWidth() / factor, downscaled.width());
        assertEquals(photo.getHeight() / factor, downscaled.height());
        for (int y = 0; y < downscaled.height(); y++) {
            for (int x = 0; x < downscaled.width(); x++) {
                int pixel = downscaled.index(x, y);
                String where = "factor " + factor + " at " + x + ", " + y;
                assertEquals(
                        mean(photo, x, y, factor, 16), downscaled.samples()[pixel + downscaled.red()] & 0xff, where);
                assertEquals(
                        mean(photo, x, y, factor, 8), downscaled.samples()[pixel + downscaled.green()] & 0xff, where);
                assertEquals(
                        mean(photo, x, y, factor, 0), downscaled.samples()[pixel + downscaled.blue()] & 0xff, where);
            }
        }
    }

    /** Computes the mean by its definition; halves are rounded up in even rows and down in odd ones. */
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
}
