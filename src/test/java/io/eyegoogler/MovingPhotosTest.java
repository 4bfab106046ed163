package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.moving.FrameDelay;
import io.eyegoogler.image.moving.FrameSequence;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.ComposedFrames;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos that move, from file to file. */
class MovingPhotosTest {

    private static final int SIDE = 240;
    private static final int FRAMES = 6;
    /** How far the portrait moves from frame to frame, px. */
    private static final int STEP = 4;

    private static final GooglyOptions OPTIONS = GooglyOptions.DEFAULT.withSeed(3);
    private static final List<AnimatedFile.Part> PARTS = parts();

    private static List<AnimatedFile.Part> parts() {
        List<AnimatedFile.Part> parts = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            BufferedImage frame = Photos.cropped(Photos.portrait(), 110 + STEP * i, 10, SIDE, SIDE);
            parts.add(new AnimatedFile.Part(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, frame), 40 + i));
        }
        return parts;
    }

    /** The frames in so few colors that a GIF can have them. */
    private static List<AnimatedFile.Part> posterized() {
        for (AnimatedFile.Part part : PARTS) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                BufferedImage pixels = part.pixels();
                pixels.setRGB(i % SIDE, i / SIDE, pixels.getRGB(i % SIDE, i / SIDE) & 0xffc0c0c0);
            }
        }
        return PARTS;
    }

    private static byte[] file(String format) {
        return switch (format) {
            case "gif" -> AnimatedFile.gif(SIDE, SIDE, posterized(), 4);
            case "apng" -> AnimatedFile.apng(SIDE, SIDE, PARTS, 5);
            default -> AnimatedFile.webp(SIDE, SIDE, PARTS, 5);
        };
    }

    @ParameterizedTest
    @CsvSource({"gif,GIF", "gif,APNG", "apng,GIF", "apng,APNG", "webp,GIF", "webp,APNG"})
    void movingPhoto_keepsItsFramesAndGetsEyesInEachOfThem(String from, OutputFormat to) {
        GooglyPhoto googly = Service.GOOGLER.googly(file(from), OPTIONS.withFormat(to));
        FrameSequence result = ComposedFrames.open(googly.file());

        assertEquals(1, googly.faces().size());
        assertEquals(2, googly.eyes().size());
        assertEquals(5, result.plays());
        List<FrameDelay> delays = ComposedFrames.open(file(from)).delays();
        double sum = delays.stream().mapToDouble(FrameDelay::seconds).sum();
        assertEquals(
                sum, result.delays().stream().mapToDouble(FrameDelay::seconds).sum(), 0.0051);
        List<BufferedImage> before = ComposedFrames.images(ComposedFrames.open(file(from)));
        List<BufferedImage> after = ComposedFrames.images(result);
        assertEquals(FRAMES, after.size());
        for (int i = 0; i < FRAMES; i++) {
            Point rightEye = new Point(Photos.RIGHT_EYE.x() - 110 - STEP * i, Photos.RIGHT_EYE.y() - 10);
            assertTrue(hasEye(after.get(i), rightEye), "Frame " + i);
            assertEquals(
                    new Color(before.get(i).getRGB(20, 200)).getGreen(),
                    new Color(after.get(i).getRGB(20, 200)).getGreen(),
                    to == OutputFormat.GIF ? 24 : 0);
        }
    }

    /** Whether there is a white ball with something dark in it. */
    private static boolean hasEye(BufferedImage image, Point at) {
        int white = 0;
        for (int y = -8; y <= 8; y++) {
            for (int x = -8; x <= 8; x++) {
                Color color = new Color(image.getRGB((int) at.x() + x, (int) at.y() + y));
                white += Math.min(color.getRed(), Math.min(color.getGreen(), color.getBlue())) > 235 ? 1 : 0;
            }
        }
        return white > 60;
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"PNG", "JPEG"})
    void movingPhoto_asAStill_isItsFirstFrame(OutputFormat format) {
        byte[] first = Photos.encode(PARTS.get(0).pixels(), "png");

        assertArrayEquals(
                Service.GOOGLER.googly(first, OPTIONS.withFormat(format)).file(),
                Service.GOOGLER.googly(file("apng"), OPTIONS.withFormat(format)).file());
    }

    @Test
    void apngOfASingleFrame_isShakenLikeAnyStill() {
        byte[] single = AnimatedFile.apng(SIDE, SIDE, PARTS.subList(0, 1), 1);
        byte[] still = Photos.encode(PARTS.get(0).pixels(), "png");
        GooglyOptions options = OPTIONS.withFormat(OutputFormat.APNG);

        assertArrayEquals(
                Service.GOOGLER.googly(still, options).file(),
                Service.GOOGLER.googly(single, options).file());
    }

    @Test
    void givenEyes_areDrawnInEveryFrame_andNowhereElse() {
        Eye eye = new Eye(Eye.Side.RIGHT, new Point(30, 190), 12, 0, new Point(0, 1), Optional.empty());
        GooglyPhoto googly = Service.GOOGLER.googly(file("webp"), List.of(eye), OPTIONS.withFormat(OutputFormat.APNG));
        List<BufferedImage> before = ComposedFrames.images(ComposedFrames.open(file("webp")));
        List<BufferedImage> after = ComposedFrames.images(ComposedFrames.open(googly.file()));

        assertEquals(List.of(), googly.faces());
        assertEquals(List.of(eye), googly.eyes());
        for (int i = 0; i < FRAMES; i++) {
            for (int at = 0; at < SIDE * SIDE; at++) {
                int x = at % SIDE;
                int y = at / SIDE;
                if (Math.hypot(x - 30, y - 190) > 24) {
                    assertEquals(before.get(i).getRGB(x, y), after.get(i).getRGB(x, y));
                }
            }
            assertNotEquals(before.get(i).getRGB(30, 184), after.get(i).getRGB(30, 184));
        }
    }

    @Test
    void sameSeed_givesTheSameBytes() {
        for (OutputFormat format : List.of(OutputFormat.GIF, OutputFormat.APNG)) {
            assertArrayEquals(
                    Service.GOOGLER
                            .googly(file("webp"), OPTIONS.withFormat(format))
                            .file(),
                    Service.GOOGLER
                            .googly(file("webp"), OPTIONS.withFormat(format))
                            .file());
        }
    }

    @Test
    void framesBeyondTheLimit_areRejectedWithIt_butNotTheFirstOne() {
        byte[] file = AnimatedFile.gif(1000, 1000, Collections.nCopies(9, dot()), 0);
        EyeGooglerConfig config =
                EyeGooglerConfig.DEFAULT.withDetection(DetectionMode.FAST).withMaxFramesPixels(8_000_000);
        try (EyeGoogler googler = EyeGoogler.load(config)) {
            GooglyOptions moving = OPTIONS.withFormat(OutputFormat.GIF);
            String message = assertThrows(
                            PhotoRejectedException.TooManyFrames.class, () -> googler.googly(file, moving))
                    .getMessage();

            assertTrue(message.contains("1000 × 1000") && message.contains("8 MP"), message);
            assertEquals(1000, googler.googly(file, OPTIONS).width());
            byte[] eight = AnimatedFile.gif(1000, 1000, Collections.nCopies(8, dot()), 0);
            assertEquals(1000, googler.googly(eight, moving).width());
        }
    }

    private static AnimatedFile.Part dot() {
        return new AnimatedFile.Part(Photos.plain(1, 1, Color.RED), 4);
    }

    @Test
    void work_isCancelledBetweenFrames() {
        int[] checks = new int[1];
        Cancellation cancellation = Cancellation.when(() -> ++checks[0] > 400);
        GooglyOptions options = OPTIONS.withFormat(OutputFormat.APNG);
        byte[] file = AnimatedFile.webp(SIDE, SIDE, Collections.nCopies(200, PARTS.get(0)), 0);

        assertThrows(
                WorkCancelledException.class,
                () -> Service.GOOGLER.googly(
                        java.nio.ByteBuffer.wrap(file), options, cancellation, StageListener.NONE));
    }
}
