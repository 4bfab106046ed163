package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.image.moving.FrameDelay;
import io.eyegoogler.image.moving.FrameReader;
import io.eyegoogler.image.moving.FrameSequence;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.ComposedFrames;
import io.eyegoogler.testing.OtherDecoders;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.RandomFrames;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that move, written and decoded by other programs: apt-get install imagemagick ffmpeg python3-pil. */
class MovingWritersTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;
    private static final int FRAMES = 25;

    @TempDir
    private Path folder;

    private static byte[] written(FrameSequence frames, OutputFormat format) {
        try (FrameReader reader = new FrameReader(frames, Cancellation.NEVER)) {
            BufferedImage picture = PixelLayout.copy(reader.next());
            Animation animation = Animation.moving(picture, frames.delays(), frames.plays(), frame -> reader.next()
                    .copyData(picture.getRaster()));
            return PhotoWriter.write(animation, format, Cancellation.NEVER);
        }
    }

    private static byte[] written(List<BufferedImage> images, OutputFormat format) {
        BufferedImage picture = PixelLayout.copy(images.get(0));
        List<FrameDelay> delays = Collections.nCopies(images.size(), FrameDelay.ofMillis(40));
        Animation animation =
                Animation.moving(picture, delays, 0, frame -> images.get(frame).copyData(picture.getRaster()));
        return PhotoWriter.write(animation, format, Cancellation.NEVER);
    }

    private static FrameSequence made(long seed, boolean translucent, int plays) {
        List<AnimatedFile.Part> parts = new RandomFrames(seed, WIDTH, HEIGHT, translucent).parts(FRAMES);
        return ComposedFrames.open(AnimatedFile.apng(WIDTH, HEIGHT, parts, plays));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void apng_isLossless(long seed) {
        FrameSequence frames = made(seed, true, 0);

        assertArrayEquals(
                ComposedFrames.rgba(frames), OtherDecoders.byFfmpeg(folder, written(frames, OutputFormat.APNG)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void gifOfFewColors_isLossless(long seed) {
        FrameSequence frames = made(seed, false, 0);
        byte[] expected = ComposedFrames.rgba(frames);
        byte[] actual = OtherDecoders.byImageMagick(folder, written(frames, OutputFormat.GIF));

        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            int at = i / 4;
            boolean visible = i % 4 == 3 || expected[i | 3] != 0;
            assertTrue(
                    !visible || expected[i] == actual[i],
                    "frame " + at / (WIDTH * HEIGHT) + ", x " + at % WIDTH + ", y " + at / WIDTH % HEIGHT);
        }
    }

    @Test
    void gifOfAPhoto_isCloseToIt_andStillWhereThePhotoIs() {
        List<BufferedImage> images =
                IntStream.range(0, 8).mapToObj(MovingWritersTest::photo).toList();
        byte[] decoded = OtherDecoders.byImageMagick(folder, written(images, OutputFormat.GIF));

        int pixels = 200 * 150;
        double sum = 0;
        for (int frame = 0; frame < images.size(); frame++) {
            for (int i = 0; i < pixels; i++) {
                int rgb = images.get(frame).getRGB(i % 200, i / 200);
                for (int band = 0; band < 3; band++) {
                    int at = (frame * pixels + i) * 4 + band;
                    int error = (rgb >> 16 - 8 * band & 0xff) - (decoded[at] & 0xff);
                    sum += error * error;
                    if (i % 200 >= 100 && frame > 0) {
                        assertEquals(decoded[at - pixels * 4], decoded[at], "It flickers at " + i);
                    }
                }
            }
        }
        double deviation = Math.sqrt(sum / (images.size() * pixels * 3.0));
        assertTrue(deviation < 9, "Deviation " + deviation);
    }

    /** A photo whose left half moves, and whose right half has the noise of lossy compression. */
    private static BufferedImage photo(int frame) {
        BufferedImage photo =
                Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.cropped(Photos.portrait(), 150, 50, 200, 150));
        BufferedImage moved = Photos.cropped(Photos.portrait(), 150 + 5 * frame, 50, 100, 150);
        for (int y = 0; y < 150; y++) {
            for (int x = 0; x < 100; x++) {
                photo.setRGB(x, y, moved.getRGB(x, y));
                int noisy = photo.getRGB(100 + x, y);
                int green = (noisy >> 8 & 0xff) + (x + y + frame) % 3 - 1;
                photo.setRGB(100 + x, y, noisy & 0xffff00ff | Math.max(0, Math.min(255, green)) << 8);
            }
        }
        return photo;
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,none", "2,1", "7,6"})
    void gif_repeatsAsOftenAsItIsPlayed_exceptTheFirstTime(int plays, String loop) {
        byte[] gif = written(made(1, false, plays), OutputFormat.GIF);

        assertEquals(loop, OtherDecoders.delaysByPillow(folder, gif).get(0));
        assertEquals(plays, ComposedFrames.open(gif).plays());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void apng_isPlayedAsOften(int plays) {
        byte[] apng = written(made(1, false, plays), OutputFormat.APNG);

        assertEquals(
                Integer.toString(plays),
                OtherDecoders.delaysByPillow(folder, apng).get(0));
    }

    @Test
    void delaysOfAnApng_areExact() {
        FrameSequence frames = made(1, false, 0);
        byte[] apng = written(frames, OutputFormat.APNG);

        assertEquals(frames.delays(), ComposedFrames.open(apng).delays());
    }

    @Test
    void delaysOfAGif_areRoundedSoThatTheirSumIsRight() {
        List<AnimatedFile.Part> parts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            parts.add(new AnimatedFile.Part(Photos.plain(4, 4, new Color(i, i, i)), 33));
        }
        byte[] gif = written(ComposedFrames.open(AnimatedFile.apng(4, 4, parts, 0)), OutputFormat.GIF);
        List<String> delays = OtherDecoders.delaysByPillow(folder, gif);

        assertEquals(
                List.of("30", "40"), delays.stream().skip(1).distinct().sorted().toList());
        assertEquals(990, delays.stream().skip(1).mapToInt(Integer::parseInt).sum());
    }

    @Test
    void frameThatEqualsTheOneBefore_staysAFrame() {
        BufferedImage image = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.cropped(Photos.portrait(), 0, 0, 40, 30));
        for (OutputFormat format : List.of(OutputFormat.GIF, OutputFormat.APNG)) {
            byte[] file = written(List.of(image, image, image), format);

            assertEquals(3, ComposedFrames.open(file).delays().size());
        }
    }
}
