package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decodes animations by other programs, where installed: apt-get install imagemagick ffmpeg apngdis pngcheck. */
class AnimationFilesTest {

    private static final int FRAMES = 6;
    private static final int INTERVAL = 80;
    private static final List<Rectangle> PLACES =
            List.of(new Rectangle(10, 20, 60, 50), new Rectangle(50, 40, 50, 60), new Rectangle(150, 100, 30, 20));

    @TempDir
    private Path folder;

    /** Discs that move within their places; the third moves every other frame. */
    private static Animation animation(BufferedImage picture) {
        BufferedImage beneath = PixelLayout.copy(picture);
        return Animation.of(picture, PLACES, FRAMES, INTERVAL, frame -> draw(beneath, picture, frame));
    }

    private static void draw(BufferedImage beneath, BufferedImage picture, int frame) {
        beneath.copyData(picture.getRaster());
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillOval(12 + 6 * frame, 25, 20, 20);
        graphics.setColor(Color.RED);
        graphics.fillOval(55, 90 - 7 * frame, 9, 9);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(150 + frame / 2 * 2, 100, 18, 18);
        graphics.dispose();
    }

    private static BufferedImage photo() {
        return Photos.cropped(Photos.portrait(), 150, 50, 200, 130);
    }

    private static BufferedImage translucent(int hole) {
        BufferedImage photo = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, photo());
        for (int x = hole; x < photo.getWidth(); x++) {
            for (int y = 0; y < photo.getHeight(); y++) {
                photo.setRGB(x, y, x << 24 | photo.getRGB(x, y) & 0xffffff);
            }
        }
        return photo;
    }

    /** A picture with each of the 65,536 colors that can be a key, twice, so that drawing leaves none free. */
    private static BufferedImage withoutFreeColor() {
        BufferedImage picture = new BufferedImage(256, 512, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 2 << 16; i++) {
            picture.setRGB(i & 0xff, i >> 8, 0x010000 | i & 0xffff);
        }
        return picture;
    }

    /**
     * A picture in which one of these colors appears only under a disc, so that it is the key until it is uncovered.
     */
    private static BufferedImage withKeyUnderDisc() {
        BufferedImage picture = withoutFreeColor();
        picture.setRGB(20, 35, 0x01abcd);
        picture.setRGB(0xcd, 0xab, 0);
        picture.setRGB(0xcd, 256 + 0xab, 0);
        return picture;
    }

    private static byte[] written(BufferedImage picture, OutputFormat format) {
        Animation animation = animation(picture);
        animation.draw().accept(0);
        return PhotoWriter.write(animation, format, Cancellation.NEVER);
    }

    private Path file(byte[] bytes, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** Each frame as four samples a pixel. */
    private static byte[] frames(BufferedImage picture) {
        Animation animation = animation(picture);
        int pixels = picture.getWidth() * picture.getHeight();
        byte[] all = new byte[FRAMES * pixels * 4];
        for (int frame = 0; frame < FRAMES; frame++) {
            animation.draw().accept(frame);
            for (int i = 0; i < pixels; i++) {
                int argb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
                for (int j = 0; j < 4; j++) {
                    all[(frame * pixels + i) * 4 + j] = (byte) (argb >> (j == 3 ? 24 : 16 - 8 * j));
                }
            }
        }
        return all;
    }

    private byte[] byFfmpeg(byte[] file) throws IOException {
        return Programs.run(List.of(
                Programs.installed("ffmpeg", "ffmpeg"),
                "-v",
                "error",
                "-i",
                file(file, "a.png").toString(),
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgba",
                "-"));
    }

    @Test
    void apngOfAPhoto_isReadByFfmpegAsItWasDrawn() throws IOException {
        assertArrayEquals(frames(photo()), byFfmpeg(written(photo(), OutputFormat.APNG)));
    }

    @Test
    void apngOfAPictureThatUsesEveryColorOfTheKey_isReadByFfmpegAsItWasDrawn() throws IOException {
        assertArrayEquals(frames(withoutFreeColor()), byFfmpeg(written(withoutFreeColor(), OutputFormat.APNG)));
    }

    @Test
    void pixelThatComesToHaveTheKeysColor_isShownInTheNextColor() throws IOException {
        byte[] drawn = frames(withKeyUnderDisc());
        byte[] decoded = byFfmpeg(written(withKeyUnderDisc(), OutputFormat.APNG));
        int uncovered = ((FRAMES - 1) * 512 * 256 + 35 * 256 + 20) * 4;

        assertEquals((byte) 0xcd, drawn[uncovered + 2]);
        assertEquals((byte) 0xcc, decoded[uncovered + 2]);
        assertEquals((byte) 0xff, decoded[uncovered + 3]);
    }

    @Test
    void apngOfATranslucentPhoto_isReadByFfmpegAsItWasDrawn() throws IOException {
        assertArrayEquals(frames(translucent(190)), byFfmpeg(written(translucent(190), OutputFormat.APNG)));
    }

    @Test
    void whereAPhotoIsTranslucent_nothingMoves() throws IOException {
        byte[] drawn = frames(translucent(158));
        byte[] decoded = byFfmpeg(written(translucent(158), OutputFormat.APNG));
        int frame = drawn.length / FRAMES;

        assertArrayEquals(Arrays.copyOf(drawn, frame), Arrays.copyOf(decoded, frame));
        for (int i = frame; i < drawn.length; i += 4) {
            boolean translucent = drawn[i % frame + 3] != -1;
            for (int j = i; j < i + 4; j++) {
                int expected = translucent ? j % frame : j;
                boolean turnedTranslucent = drawn[i + 3] != -1;
                assertTrue(turnedTranslucent || drawn[expected] == decoded[j], "Sample " + j);
                assertTrue(!translucent || drawn[expected] == decoded[j], "Sample " + j);
            }
        }
    }

    @Test
    void apng_isTakenApartByApngdis_withItsDelays() throws IOException {
        Programs.run(List.of(
                Programs.installed("apngdis", "apngdis"),
                file(written(photo(), OutputFormat.APNG), "a.png").toString(),
                "frame"));
        try (var files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(
                    FRAMES,
                    names.stream().filter(name -> name.matches("frame\\d.png")).count(),
                    names::toString);
            assertEquals(
                    FRAMES, names.stream().filter(name -> name.endsWith(".txt")).count(), names::toString);
        }
        assertEquals(
                "delay=80/1000", Files.readString(folder.resolve("frame3.txt")).strip());
    }

    @Test
    void apng_isAFaultlessPngForDecodersWithoutAnimation() throws IOException {
        for (BufferedImage picture : List.of(photo(), translucent(190), withoutFreeColor())) {
            Path file = file(written(picture, OutputFormat.APNG), "a.png");

            Programs.run(List.of(Programs.installed("pngcheck", "pngcheck"), "-q", file.toString()));
        }
    }

    private List<String> identified(byte[] gif, String format) throws IOException {
        byte[] output = Programs.run(List.of(
                Programs.installed("imagemagick", "identify", "identify-im6.q16"),
                "-format",
                format + "\n",
                file(gif, "a.gif").toString()));
        return new String(output).lines().toList();
    }

    @Test
    void gif_hasItsFramesDelaysAndLoopForImageMagick() throws IOException {
        byte[] gif = written(photo(), OutputFormat.GIF);

        assertEquals(Collections.nCopies(FRAMES, "8 200x130"), identified(gif, "%T %Wx%H"));
        // ImageMagick doesn't report the loop.
        assertTrue(new String(gif, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0\3\1\0\0\0"));
        List<String> places = identified(gif, "%wx%h%O");
        assertEquals("200x130+0+0", places.get(0));
        assertEquals(
                FRAMES - 1,
                places.stream().filter(place -> !place.startsWith("200x130")).count());
    }

    @Test
    void gif_looksAsItWasDrawn_forImageMagick() throws IOException {
        byte[] read = Programs.run(List.of(
                Programs.installed("imagemagick", "convert-im6.q16", "convert"),
                file(written(photo(), OutputFormat.GIF), "a.gif").toString(),
                "-coalesce",
                "-depth",
                "8",
                "rgba:-"));
        byte[] drawn = frames(photo());
        assertEquals(drawn.length, read.length);
        int frame = drawn.length / FRAMES;
        for (int i = 0; i < FRAMES; i++) {
            assertTrue(difference(drawn, read, i * frame, frame) < 5, "Frame " + i);
        }
        // Pixels outside the places are the same in all frames.
        for (int i = frame; i < read.length; i++) {
            int x = i % frame / 4 % 200;
            int y = i % frame / 4 / 200;
            if (PLACES.stream().noneMatch(place -> place.contains(x, y))) {
                assertEquals(read[i % frame], read[i]);
            }
        }
    }

    /** The mean over blocks of 4 × 4 pixels, as dithering is seen. */
    private static double difference(byte[] a, byte[] b, int from, int length) {
        int width = 200;
        int height = length / 4 / width;
        List<Double> differences = new ArrayList<>();
        for (int y = 0; y + 4 <= height; y += 4) {
            for (int x = 0; x + 4 <= width; x += 4) {
                for (int sample = 0; sample < 3; sample++) {
                    double sum = 0;
                    for (int i = 0; i < 16; i++) {
                        int at = from + ((y + i / 4) * width + x + i % 4) * 4 + sample;
                        sum += (a[at] & 0xff) - (b[at] & 0xff);
                    }
                    differences.add(Math.abs(sum / 16));
                }
            }
        }
        return differences.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    @Test
    void flatColorsThatMove_areExactInAGif() {
        BufferedImage first = Photos.decode(written(photo(), OutputFormat.GIF));

        assertEquals(Color.BLACK, new Color(first.getRGB(22, 35)));
        assertEquals(Color.WHITE, new Color(first.getRGB(159, 109)));
        assertEquals(Color.RED, new Color(first.getRGB(59, 94)));
    }

    @Test
    void largePhoto_becomesAGifOfEightHundredPixels() {
        BufferedImage wide = Photos.scaled(Photos.portrait(), 1999, 701);
        BufferedImage canvas = PhotoWriter.canvas(wide, OutputFormat.GIF);

        assertEquals(800, canvas.getWidth());
        assertEquals(281, canvas.getHeight());
        Color mean = mean(wide);
        Color scaledMean = mean(canvas);
        assertEquals(mean.getRed(), scaledMean.getRed(), 1);
        assertEquals(mean.getBlue(), scaledMean.getBlue(), 1);
    }

    private static Color mean(BufferedImage image) {
        long[] sums = new long[3];
        int pixels = image.getWidth() * image.getHeight();
        for (int i = 0; i < pixels; i++) {
            Color color = new Color(image.getRGB(i % image.getWidth(), i / image.getWidth()));
            sums[0] += color.getRed();
            sums[1] += color.getGreen();
            sums[2] += color.getBlue();
        }
        return new Color((int) (sums[0] / pixels), (int) (sums[1] / pixels), (int) (sums[2] / pixels));
    }

    @Test
    void pictureWithoutMotion_isAnAnimationOfOneFrame() throws IOException {
        Animation still = Animation.of(photo(), List.of(), 1, INTERVAL, frame -> {});
        byte[] apng = PhotoWriter.write(still, OutputFormat.APNG, Cancellation.NEVER);

        assertEquals(
                1,
                identified(PhotoWriter.write(still, OutputFormat.GIF, Cancellation.NEVER), "%T")
                        .size());
        assertEquals(frames(photo()).length / FRAMES, byFfmpeg(apng).length);
    }
}
