package io.eyegoogler.image.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.testing.OtherFiles;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads PNM, PAM, PFM, Radiance and Sun raster files that are written here. */
class SimpleFormatsTest {

    private static final BufferedImage PHOTO = Photos.cropped(Photos.portrait(), 150, 50, 31, 23);

    private final PhotoReader reader = new PhotoReader(1_000_000);

    private BufferedImage read(String header, int... bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int each : bytes) {
            file.write(each);
        }
        return reader.read(file.toByteArray());
    }

    private static void assertColor(Color expected, BufferedImage image, int x, int y) {
        assertEquals(expected, new Color(image.getRGB(x, y), true));
    }

    @Test
    void pnm_isReadExactly() {
        Pixels.assertSame(PHOTO, reader.read(Photos.encode(PHOTO, "pnm")));
    }

    @ParameterizedTest
    @CsvSource({"200, 150, 191", "15, 15, 255", "1, 1, 255", "254, 127, 128"})
    void sample_isScaledByTheMaximum(int max, int sample, int right) {
        assertColor(new Color(right, right, right), read("P5 1 1 " + max + "\n", sample), 0, 0);
        assertColor(new Color(right, right, right), read("P2\n# a comment\n1 1\n" + max + "\n" + sample + "\n"), 0, 0);
    }

    @Test
    void sampleOfTwoBytes_isRounded() {
        assertColor(new Color(255, 128, 0), read("P6 1 1 65535\n", 0xff, 0xff, 0x80, 0x80, 0, 0x7f), 0, 0);
        assertColor(new Color(250, 250, 250), read("P5 1 1 50000\n", 49_000 >> 8, 49_000 & 0xff), 0, 0);
    }

    @Test
    void pbm_isBlackWhereABitIsSet() {
        for (BufferedImage image :
                new BufferedImage[] {read("P4 9 1\n", 0b0100_0000, 0x80), read("P1 9 1\n010000001\n")}) {
            assertColor(Color.WHITE, image, 0, 0);
            assertColor(Color.BLACK, image, 1, 0);
            assertColor(Color.WHITE, image, 7, 0);
            assertColor(Color.BLACK, image, 8, 0);
        }
    }

    @Test
    void pam_isReadExactly_withAlpha() {
        BufferedImage photo = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, PHOTO);
        photo.setRGB(3, 5, 0x40_10_20_30);

        Pixels.assertSame(photo, reader.read(OtherFiles.pam(photo)));
    }

    @Test
    void grayPamWithAlpha_isRead() {
        BufferedImage image =
                read("P7\nWIDTH 1\nHEIGHT 1\nDEPTH 2\nMAXVAL 255\nTUPLTYPE GRAYSCALE_ALPHA\nENDHDR\n", 90, 10);

        assertColor(new Color(90, 90, 90, 10), image, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEPTH 5\nMAXVAL 255\nENDHDR\n", "DEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK\nENDHDR\n"})
    void pamWithOtherColors_isUnsupported(String rest) {
        assertThrows(
                PhotoRejectedException.Unsupported.class, () -> read("P7\nWIDTH 1\nHEIGHT 1\n" + rest, 1, 2, 3, 4, 5));
    }

    @Test
    void pfmMadeForAScreen_isReadExactly() {
        Pixels.assertSame(PHOTO, reader.read(OtherFiles.pfm(PHOTO)));
    }

    @Test
    void littleEndianPfm_isRead() {
        byte[] numbers = ByteBuffer.allocate(8)
                .putInt(Integer.reverseBytes(Float.floatToIntBits(0.5f)))
                .putInt(Integer.reverseBytes(Float.floatToIntBits(Float.NaN)))
                .array();
        int[] bytes = new int[8];
        Arrays.setAll(bytes, i -> numbers[i]);

        BufferedImage image = read("Pf\n1 2\n-1.0\n", bytes);

        assertColor(Color.BLACK, image, 0, 0);
        assertColor(new Color(128, 128, 128), image, 0, 1);
    }

    @Test
    void radianceMadeForAScreen_isReadAlmostExactly() {
        // The brightest channel has 8 bits of linear light, and darker ones share its exponent.
        Pixels.assertNear(PHOTO, reader.read(OtherFiles.radiance(PHOTO, 1)), 12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 30, 5000})
    void radianceOfAnyBrightness_isToneMapped(double white) {
        BufferedImage image = reader.read(OtherFiles.radiance(PHOTO, white));

        IntSummaryStatistics greens = IntStream.range(0, PHOTO.getWidth() * PHOTO.getHeight())
                .map(i -> image.getRGB(i % PHOTO.getWidth(), i / PHOTO.getWidth()) >> 8 & 0xff)
                .summaryStatistics();
        assertTrue(greens.getMin() < 80 && greens.getMax() > 180, greens::toString);
        assertTrue(greens.getAverage() > 80 && greens.getAverage() < 180, greens::toString);
    }

    @Test
    void runLengthEncodedRadiance_isReadLikePlainRadiance() {
        // Eight pixels: a run of red, literals of green, a run of blue, a run of exponents.
        int[] runs = {2, 2, 0, 8, 136, 200, 8, 0, 10, 20, 30, 40, 50, 60, 70, 136, 100, 136, 128};
        // The same pixel by pixel; the old kind of runs repeats the last one.
        int[] pixels = new int[32];
        for (int x = 0; x < 8; x++) {
            pixels[4 * x] = 200;
            pixels[4 * x + 1] = 10 * x;
            pixels[4 * x + 2] = 100;
            pixels[4 * x + 3] = 128;
        }
        BufferedImage right = read("#?RADIANCE\nEXPOSURE=1\n\n-Y 1 +X 8\n", pixels);

        Pixels.assertSame(right, read("#?RGBE\n\n-Y 1 +X 8\n", runs));
        BufferedImage repeated = read("#?RGBE\n\n-Y 1 +X 5\n", 200, 70, 100, 128, 1, 1, 1, 4);
        assertEquals(right.getRGB(7, 0), repeated.getRGB(0, 0));
        assertEquals(right.getRGB(7, 0), repeated.getRGB(4, 0));
    }

    @Test
    void radianceFromTheBottomRight_isTurnedUpright() {
        BufferedImage image = read("#?RADIANCE\n\n+Y 2 -X 1\n", 128, 0, 0, 129, 0, 128, 0, 129);

        assertColor(Color.GREEN, image, 0, 0);
        assertColor(Color.RED, image, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n+X 2 -Y 1\n", "FORMAT=32-bit_rle_xyze\n\n-Y 1 +X 2\n"})
    void radianceOfOtherKinds_isUnsupported(String rest) {
        assertThrows(PhotoRejectedException.Unsupported.class, () -> read("#?RADIANCE\n" + rest, new int[8]));
    }

    @Test
    void sunRaster_isReadExactly() {
        Pixels.assertSame(PHOTO, reader.read(OtherFiles.sunRaster(PHOTO)));
    }

    private BufferedImage sun(int width, int bits, int kind, int[] palette, int... pixels) {
        ByteBuffer header = ByteBuffer.allocate(32)
                .putInt(0x59a66a95)
                .putInt(width)
                .putInt(1)
                .putInt(bits)
                .putInt(0);
        header.putInt(kind).putInt(palette.length == 0 ? 0 : 1).putInt(palette.length);
        int[] bytes = new int[palette.length + pixels.length];
        System.arraycopy(palette, 0, bytes, 0, palette.length);
        System.arraycopy(pixels, 0, bytes, palette.length, pixels.length);
        return read(new String(header.array(), StandardCharsets.ISO_8859_1), bytes);
    }

    @Test
    void sunRasterOfEachType_isRead() {
        int[] none = {};
        assertColor(new Color(30, 20, 10), sun(1, 32, 1, none, 0, 10, 20, 30), 0, 0);
        assertColor(new Color(10, 20, 30), sun(1, 24, 3, none, 10, 20, 30, 0), 0, 0);
        assertColor(new Color(77, 77, 77), sun(1, 8, 1, none, 77, 0), 0, 0);
        assertColor(new Color(2, 4, 6), sun(1, 8, 1, new int[] {1, 2, 3, 4, 5, 6}, 1, 0), 0, 0);
        assertColor(Color.BLACK, sun(3, 1, 1, none, 0b0010_0000, 0), 2, 0);
        // A run of 3, a single 0x80, and a 7.
        BufferedImage runs = sun(6, 8, 2, none, 0x80, 2, 9, 0x80, 0, 7, 8);
        assertColor(new Color(9, 9, 9), runs, 2, 0);
        assertColor(new Color(128, 128, 128), runs, 3, 0);
        assertColor(new Color(7, 7, 7), runs, 4, 0);
        assertThrows(PhotoRejectedException.Unsupported.class, () -> sun(1, 16, 1, none, 0, 0));
    }
}
