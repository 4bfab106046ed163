package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PngEncoderTest {
    private static final ThreadAllowance THREE = new ThreadAllowance(3, ForkJoinPool.commonPool());

    @ParameterizedTest
    @EnumSource(Layout.class)
    void everyLayout_comesBackSampleForSample(Layout layout) throws IOException {
        Random random = new Random(layout.ordinal());
        for (int width = 1; width <= 20; width++) {
            assertComesBack(noise(layout, width, 1 + random.nextInt(5), random));
            assertComesBack(patches(layout, width, 1 + random.nextInt(40), random));
        }
        assertComesBack(noise(layout, 1, 1000, random));
        assertComesBack(noise(layout, 3000, 1, random));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void partOfAnImage_comesBackSampleForSample(Layout layout) throws IOException {
        BufferedImage whole = noise(layout, 61, 43, new Random(11));

        assertComesBack(whole.getSubimage(7, 5, 50, 30));
        assertComesBack(whole.getSubimage(60, 42, 1, 1));
        assertComesBack(whole.getSubimage(3, 3, 50, 30).getSubimage(2, 2, 11, 7));
    }

    @Test
    void randomPictures_comeBackSampleForSample() throws IOException {
        Random random = new Random(12);
        Layout[] layouts = Layout.values();
        for (int round = 0; round < 100; round++) {
            Layout layout = layouts[random.nextInt(layouts.length)];
            int width = 1 + random.nextInt(1 << 2 + random.nextInt(8));
            int height = 1 + random.nextInt(1 << 2 + random.nextInt(8));

            assertComesBack(patches(layout, width, height, random));
        }
    }

    @Test
    void widthsAroundBoundaries_comeBackSampleForSample() throws IOException {
        Random random = new Random(13);
        // Words of eight bytes, pieces of a sample, the 32 KiB window, stored blocks of 64 KiB, strips of 512 KiB.
        for (int bytes : new int[] {24, 512, 1 << 15, 1 << 16, 1 << 19}) {
            for (int width = bytes / 3 - 1; width <= bytes / 3 + 2; width++) {
                assertComesBack(patches(Layout.BGR, width, 3, random));
                assertComesBack(noise(Layout.BGR, width, 2, random));
            }
        }
        assertComesBack(patches(Layout.GRAY, 1 << 19, 2, random));
        assertComesBack(noise(Layout.RGBA_16, 1 << 18, 1, random));
    }

    @Test
    void heightsAroundStrips_comeBackSampleForSample() throws IOException {
        Random random = new Random(14);
        int rows = DeflateStrip.division(new PngHeader(1000, 5000, 8, PngHeader.Color.RGB))
                .rows();
        for (int height : new int[] {rows - 1, rows, rows + 1, 2 * rows, 2 * rows + 1}) {
            assertComesBack(patches(Layout.BGR, 1000, height, random));
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void drawnPictures_comeBackAndStayCloseToTheJdksSize(Layout layout) throws IOException {
        for (int[] size : new int[][] {{900, 700}, {300, 200}}) {
            for (var drawn : Pictures.drawn(size[0], size[1]).entrySet()) {
                BufferedImage image = layout.copy(drawn.getValue());
                double ratio = assertComesBack(image).length / (double) Jdk.encode(image).length;

                assertTrue(ratio < 1.3, drawn.getKey() + " takes " + ratio + " times the JDK's bytes");
            }
        }
    }

    @Test
    void photo_comesBackInFewerBytesThanTheJdks() throws IOException {
        BufferedImage photo = Pictures.photo(1000, 800, 15);
        double ratio = assertComesBack(photo).length / (double) Jdk.encode(photo).length;

        assertTrue(ratio < 0.75, "takes " + ratio + " times the JDK's bytes");
    }

    @Test
    void noise_takesHardlyMoreThanItsBytes() throws IOException {
        BufferedImage image = noise(Layout.RGBA, 700, 500, new Random(16));

        assertTrue(encode(image, ThreadAllowance.NONE).length < 700 * 500 * 4 * 1.001 + 200);
    }

    @Test
    void bytesThatSamplingMisses_comeBackAndTakeNoMoreThanStored() throws IOException {
        // With its filter byte a row has 32 bytes; of those only the first eight, which are all alike, are counted.
        BufferedImage image = noise(Layout.GRAY, 31, 20_000, new Random(24));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < 7; x++) {
                image.getRaster().setSample(x, y, 0, 0);
            }
        }

        assertTrue(assertComesBack(image).length < 32 * 20_000 + 200);
    }

    @Test
    void bytes_doNotDependOnThreads() throws IOException {
        for (BufferedImage image : Pictures.drawn(700, 800).values()) {
            assertArrayEquals(encode(image, ThreadAllowance.NONE), encode(image, THREE));
        }
        BufferedImage photo = Pictures.photo(1000, 1400, 17);
        ThreadAllowance eight = new ThreadAllowance(8, ForkJoinPool.commonPool());
        assertArrayEquals(encode(photo, ThreadAllowance.NONE), encode(photo, eight));
    }

    @Test
    void imagesThatPngHasNot_areRefused() {
        ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        ColorModel colors = new ComponentColorModel(linear, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster raster = colors.createCompatibleWritableRaster(4, 4);

        assertRefused(new BufferedImage(colors, raster, false, null));
        assertRefused(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB_PRE));
        assertRefused(new BufferedImage(4, 4, BufferedImage.TYPE_4BYTE_ABGR_PRE));
        assertRefused(new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_565_RGB));
        assertRefused(new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_555_RGB));
        assertRefused(new BufferedImage(5 << 20, 1, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static void assertRefused(BufferedImage image) {
        assertFalse(PngEncoder.canEncode(image));
        assertThrows(
                IllegalArgumentException.class,
                () -> PngEncoder.encode(image, new ByteArrayOutputStream(), ThreadAllowance.NONE));
    }

    private static BufferedImage noise(Layout layout, int width, int height, Random random) {
        BufferedImage image = Pictures.noise(layout.create(width, height), random);
        Layout.keepWithinPalette(image);
        return image;
    }

    private static BufferedImage patches(Layout layout, int width, int height, Random random) {
        BufferedImage image = Pictures.patches(layout.create(width, height), random);
        Layout.keepWithinPalette(image);
        return image;
    }

    private static byte[] encode(BufferedImage image, ThreadAllowance parallelism) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngEncoder.encode(image, out, parallelism);
        return out.toByteArray();
    }

    private static byte[] assertComesBack(BufferedImage image) throws IOException {
        String what = image.toString();
        byte[] png = encode(image, THREE);
        BufferedImage back = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        assertEquals(image.getWidth(), back.getWidth(), what);
        assertEquals(image.getHeight(), back.getHeight(), what);
        assertArrayEquals(samples(image), samples(back), what);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            IndexColorModel paletteBack = (IndexColorModel) back.getColorModel();
            for (int i = 0; i < palette.getMapSize(); i++) {
                assertEquals(palette.getRGB(i), paletteBack.getRGB(i), what + " colour " + i);
            }
        }
        return png;
    }

    private static int[] samples(BufferedImage image) {
        Raster raster = image.getRaster();
        return raster.getPixels(raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), (int[]) null);
    }
}
