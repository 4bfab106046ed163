package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Photos;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngEncoderTest {
    private static final ThreadAllowance THREE = new ThreadAllowance(3, ForkJoinPool.commonPool());

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR})
    void everySupportedType_comesBackSampleForSample(int type) throws IOException {
        Random random = new Random(type);
        for (int width = 1; width <= 20; width++) {
            assertComesBack(noise(type, width, 1 + random.nextInt(5), random));
            assertComesBack(patches(type, width, 1 + random.nextInt(40), random));
        }
        assertComesBack(noise(type, 1, 1000, random));
        assertComesBack(noise(type, 3000, 1, random));
        BufferedImage whole = noise(type, 61, 43, random);
        assertComesBack(whole.getSubimage(7, 5, 50, 30));
        assertComesBack(whole.getSubimage(60, 42, 1, 1));
        assertComesBack(whole.getSubimage(3, 3, 50, 30).getSubimage(2, 2, 11, 7));
    }

    @Test
    void randomPictures_comeBackSampleForSample() throws IOException {
        Random random = new Random(12);
        for (int round = 0; round < 100; round++) {
            int type = round % 2 == 0 ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_4BYTE_ABGR;
            int width = 1 + random.nextInt(1 << 2 + random.nextInt(8));
            int height = 1 + random.nextInt(1 << 2 + random.nextInt(8));

            assertComesBack(patches(type, width, height, random));
        }
    }

    @Test
    void widthsAroundBoundaries_comeBackSampleForSample() throws IOException {
        Random random = new Random(13);
        // Words of eight bytes, pieces of a sample, the 32 KiB window, stored blocks of 64 KiB, strips of 512 KiB.
        for (int bytes : new int[] {24, 512, 1 << 15, 1 << 16, 1 << 19}) {
            for (int width = bytes / 3 - 1; width <= bytes / 3 + 2; width++) {
                assertComesBack(patches(BufferedImage.TYPE_3BYTE_BGR, width, 3, random));
                assertComesBack(noise(BufferedImage.TYPE_3BYTE_BGR, width, 2, random));
            }
        }
        assertComesBack(noise(BufferedImage.TYPE_4BYTE_ABGR, 1 << 20, 1, random));
    }

    @Test
    void heightsAroundStrips_comeBackSampleForSample() throws IOException {
        Random random = new Random(14);
        int rows = DeflateStrip.division(new PngHeader(1000, 5000, false)).rows();
        for (int height : new int[] {rows - 1, rows, rows + 1, 2 * rows, 2 * rows + 1}) {
            assertComesBack(patches(BufferedImage.TYPE_3BYTE_BGR, 1000, height, random));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR})
    void drawings_comeBackAndStayCloseToTheJdksSize(int type) throws IOException {
        for (var drawing : Pictures.drawings(900, 700).entrySet()) {
            BufferedImage image = Photos.as(type, drawing.getValue());
            double ratio = assertComesBack(image).length / (double) Jdk.encode(image).length;

            assertTrue(ratio < 1.3, drawing.getKey() + " takes " + ratio + " times the JDK's bytes");
        }
    }

    @Test
    void smallDrawings_takeAboutTheJdksBytesTogether() throws IOException {
        int bytes = 0;
        int jdkBytes = 0;
        for (BufferedImage drawing : Pictures.drawings(300, 200).values()) {
            bytes += assertComesBack(drawing).length;
            jdkBytes += Jdk.encode(drawing).length;
        }

        assertTrue(bytes < 1.2 * jdkBytes, bytes + " bytes, the JDK's " + jdkBytes);
    }

    @Test
    void photo_comesBackInFewerBytesThanTheJdks() throws IOException {
        BufferedImage photo = Pictures.photo(1000, 800, 15);
        double ratio = assertComesBack(photo).length / (double) Jdk.encode(photo).length;

        assertTrue(ratio < 0.75, "takes " + ratio + " times the JDK's bytes");
    }

    @Test
    void noise_takesHardlyMoreThanItsBytes() throws IOException {
        BufferedImage image = noise(BufferedImage.TYPE_4BYTE_ABGR, 700, 500, new Random(16));

        assertTrue(encode(image, ThreadAllowance.NONE).length < 700 * 500 * 4 * 1.001 + 200);
    }

    @Test
    void bytesThatSamplingMisses_comeBackAndTakeNoMoreThanStored() throws IOException {
        // With its filter byte a row has 64 bytes; one word in four is counted, so black pixels only.
        BufferedImage image = noise(BufferedImage.TYPE_3BYTE_BGR, 21, 20_000, new Random(24));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int firstByte = 1 + 3 * x;
                if (firstByte % 32 < 8 || firstByte % 32 > 29) {
                    image.setRGB(x, y, 0);
                }
            }
        }

        assertTrue(assertComesBack(image).length < 64 * 20_000 + 200);
    }

    @Test
    void bytes_doNotDependOnThreads() throws IOException {
        for (BufferedImage image : Pictures.drawings(700, 800).values()) {
            assertArrayEquals(encode(image, ThreadAllowance.NONE), encode(image, THREE));
        }
        BufferedImage photo = Pictures.photo(1000, 1400, 17);
        ThreadAllowance eight = new ThreadAllowance(8, ForkJoinPool.commonPool());
        assertArrayEquals(encode(photo, ThreadAllowance.NONE), encode(photo, eight));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_4BYTE_ABGR_PRE,
                BufferedImage.TYPE_USHORT_565_RGB,
                BufferedImage.TYPE_USHORT_555_RGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void otherTypes_areRefused(int type) {
        assertRefused(new BufferedImage(4, 4, type));
    }

    @Test
    void otherColorSpacesAndDepthsAndLongRows_areRefused() {
        int[] rgb = {0, 1, 2};
        int[] bgr = {2, 1, 0};
        ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);

        assertRefused(ImageTypeSpecifier.createInterleaved(linear, bgr, DataBuffer.TYPE_BYTE, false, false)
                .createBufferedImage(4, 4));
        assertRefused(ImageTypeSpecifier.createInterleaved(srgb, rgb, DataBuffer.TYPE_USHORT, false, false)
                .createBufferedImage(4, 4));
        assertRefused(new BufferedImage(2 << 20, 1, BufferedImage.TYPE_3BYTE_BGR));
    }

    private static void assertRefused(BufferedImage image) {
        assertFalse(PngEncoder.canEncode(image));
        assertThrows(
                IllegalArgumentException.class,
                () -> PngEncoder.encode(image, new ByteArrayOutputStream(), ThreadAllowance.NONE));
    }

    private static BufferedImage noise(int type, int width, int height, Random random) {
        return Pictures.noise(new BufferedImage(width, height, type), random);
    }

    private static BufferedImage patches(int type, int width, int height, Random random) {
        return Pictures.patches(new BufferedImage(width, height, type), random);
    }

    private static byte[] encode(BufferedImage image, ThreadAllowance threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngEncoder.encode(image, out, threads);
        return out.toByteArray();
    }

    private static byte[] assertComesBack(BufferedImage image) throws IOException {
        byte[] png = encode(image, THREE);
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(image.getWidth(), back.getWidth(), image.toString());
        assertEquals(image.getHeight(), back.getHeight(), image.toString());
        assertArrayEquals(samples(image), samples(back), image.toString());
        return png;
    }

    private static int[] samples(BufferedImage image) {
        Raster raster = image.getRaster();
        return raster.getPixels(raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), (int[]) null);
    }
}
