package io.eyegoogler.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Decodes by ImageIO, which is libjpeg, and compares with ImageIO's own writer at the same quality. */
class JpegEncoderTest {
    private static final ThreadAllowance THREE = new ThreadAllowance(3, ForkJoinPool.commonPool());
    /** dB by which libjpeg-like encoders differ because they round differently. */
    private static final double TOLERANCE = 0.1;

    @Test
    void portrait_losesNoMoreAndTakesNoMoreBytesThanWithTheJdksWriter() throws IOException {
        BufferedImage portrait = Jpegs.bgr(Photos.portrait());
        byte[] ours = encode(portrait, THREE);
        byte[] jdks = Jpegs.jdk(portrait);

        assertTrue(Jpegs.psnr(portrait, decode(ours)) > Jpegs.psnr(portrait, decode(jdks)) - TOLERANCE);
        assertTrue(ours.length < 1.01 * jdks.length, ours.length + " bytes, the JDK's " + jdks.length);
    }

    @Test
    void randomPictures_comeBackAsWellAsFromTheJdksWriter() throws IOException {
        Random random = new Random(31);
        for (int round = 0; round < 60; round++) {
            int width = 1 + random.nextInt(1 << 1 + random.nextInt(8));
            int height = 1 + random.nextInt(1 << 1 + random.nextInt(8));
            BufferedImage image =
                    round % 2 == 0 ? Jpegs.noise(width, height, random) : Jpegs.drawing(width, height, random);
            assertAsGoodAsTheJdks(image);
        }
    }

    @Test
    void sidesAroundBlocksAndUnits_comeBackAsWellAsFromTheJdksWriter() throws IOException {
        Random random = new Random(32);
        for (int side : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33}) {
            assertAsGoodAsTheJdks(Jpegs.noise(side, 1, random));
            assertAsGoodAsTheJdks(Jpegs.noise(1, side, random));
            assertAsGoodAsTheJdks(Jpegs.noise(side, side + 1, random));
        }
    }

    @Test
    void sidesAroundBatchesAndIntervals_comeBackAsWellAsFromTheJdksWriter() throws IOException {
        Random random = new Random(33);
        int batch = McuBatch.MCUS * McuBatch.MCU_SIDE;
        for (int width : new int[] {batch - 1, batch, batch + 1, 2 * batch + 17}) {
            assertAsGoodAsTheJdks(Jpegs.noise(width, 40, random));
        }
        int interval = RestartInterval.division(100, 1 << 15).rows();
        for (int height : new int[] {interval - 1, interval, interval + 1, 2 * interval}) {
            assertAsGoodAsTheJdks(Jpegs.noise(100, height, random));
        }
        assertAsGoodAsTheJdks(Jpegs.drawing(JpegEncoder.MAX_SIDE, 3, random));
        assertAsGoodAsTheJdks(Jpegs.drawing(3, JpegEncoder.MAX_SIDE, random));
    }

    @Test
    void flatColors_comeBackAsTheyAre() throws IOException {
        Random random = new Random(34);
        for (int gray : new int[] {0, 1, 127, 128, 254, 255}) {
            assertFlat(gray * 0x010101, 0);
        }
        for (int i = 0; i < 30; i++) {
            assertFlat(random.nextInt(1 << 24), 3);
        }
    }

    private static void assertFlat(int rgb, int tolerance) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_3BYTE_BGR);
        Jpegs.fill(image, new Color(rgb));
        BufferedImage back = decode(encode(image, ThreadAllowance.NONE));
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(
                    rgb >> shift & 0xff, back.getRGB(39, 19) >> shift & 0xff, tolerance, new Color(rgb).toString());
        }
    }

    @Test
    void blackNextToWhite_overflowsNothing() throws IOException {
        for (int size : new int[] {1, 2, 4, 8}) {
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < 64 * 64; i++) {
                image.setRGB(i % 64, i / 64, (i % 64 / size + i / 64 / size) % 2 == 0 ? 0xffffff : 0);
            }
            assertTrue(Jpegs.psnr(image, decode(encode(image, ThreadAllowance.NONE))) > 30, size + " px");
        }
    }

    @Test
    void transparency_isComposedOverWhite() throws IOException {
        BufferedImage image = new BufferedImage(150, 90, BufferedImage.TYPE_4BYTE_ABGR);
        Random random = new Random(35);
        for (int i = 0; i < 150 * 90; i++) {
            image.setRGB(i % 150, i / 150, i % 150 / 16 * 28 << 24 | 0x802040 + random.nextInt(8));
        }
        BufferedImage onWhite = new BufferedImage(150, 90, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = onWhite.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();

        assertTrue(Jpegs.psnr(onWhite, decode(encode(image, ThreadAllowance.NONE))) > 38);
    }

    @Test
    void subimage_isWrittenLikeACopyOfIt() throws IOException {
        BufferedImage whole = Jpegs.noise(90, 70, new Random(36));
        BufferedImage part = whole.getSubimage(13, 9, 50, 41);

        assertArrayEquals(encode(Jpegs.bgr(part), THREE), encode(part, THREE));
    }

    @Test
    void bytes_doNotDependOnThreads() throws IOException {
        BufferedImage image = Jpegs.drawing(1100, 1500, new Random(37));

        assertArrayEquals(encode(image, ThreadAllowance.NONE), encode(image, THREE));
        assertArrayEquals(
                encode(image, ThreadAllowance.NONE), encode(image, new ThreadAllowance(8, ForkJoinPool.commonPool())));
    }

    @Test
    void unsupportedImages_areRefused() {
        assertRefused(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        assertRefused(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY));
        assertRefused(new BufferedImage(JpegEncoder.MAX_SIDE + 1, 1, BufferedImage.TYPE_3BYTE_BGR));
    }

    private static void assertRefused(BufferedImage image) {
        assertThrows(IllegalArgumentException.class, () -> encode(image, ThreadAllowance.NONE));
    }

    private static void assertAsGoodAsTheJdks(BufferedImage image) throws IOException {
        double ours = Jpegs.psnr(image, decode(encode(image, THREE)));
        double jdks = Jpegs.psnr(image, decode(Jpegs.jdk(image)));

        // In few pixels one that is rounded the other way matters much.
        double tolerance = TOLERANCE + 40.0 / (image.getWidth() * image.getHeight());
        assertTrue(ours > jdks - tolerance || ours > 45, image + ": " + ours + " dB, the JDK's " + jdks);
    }

    private static byte[] encode(BufferedImage image, ThreadAllowance threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegEncoder.encode(image, out, threads);
        return out.toByteArray();
    }

    private static BufferedImage decode(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
