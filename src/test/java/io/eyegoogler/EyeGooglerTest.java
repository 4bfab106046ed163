package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EyeGooglerTest {

    private static final GooglyOptions OPTIONS = GooglyOptions.DEFAULT.withSeed(11);
    private final EyeGoogler googler = Service.GOOGLER;

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_565_RGB, BufferedImage.TYPE_BYTE_INDEXED
            })
    void pictureOfAnyType_getsEyes_andStaysAsItWas(int type) {
        BufferedImage photo = Photos.as(type, Photos.portrait());
        BufferedImage before = Photos.as(type, photo);
        GooglyImage googly = googler.googly(photo, OPTIONS);

        assertEquals(1, googly.faces().size());
        assertTrue(Photos.eyeError(googly.faces().get(0)) < 0.15);
        assertEquals(11, googly.seed());
        assertNotEquals(googly.image().getRGB(202, 101), photo.getRGB(202, 101));
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                assertEquals(before.getRGB(x, y), photo.getRGB(x, y));
            }
        }
    }

    @Test
    void detectionOfOnePhoto_isItsOptions_elseTheSettings() {
        GooglyOptions fast = GooglyOptions.DEFAULT.withDetection(DetectionMode.FAST);
        double score = googler.faces(Photos.PORTRAIT).faces().get(0).score();
        assertEquals(
                score,
                googler.faces(
                                Photos.PORTRAIT,
                                GooglyOptions.DEFAULT.withDetection(
                                        googler.config().detection()))
                        .faces()
                        .get(0)
                        .score());
        assertNotEquals(
                score, googler.faces(Photos.PORTRAIT, fast).faces().get(0).score());
    }

    @Test
    void bytesAndPicture_giveTheSame() {
        GooglyPhoto fromBytes = googler.googly(Photos.PORTRAIT, OPTIONS);
        GooglyImage fromImage = googler.googly(Photos.portrait(), OPTIONS);

        assertEquals(fromBytes.faces(), fromImage.faces());
        assertEquals(fromBytes.faces(), googler.faces(Photos.PORTRAIT).faces());
        assertEquals(fromBytes.faces(), googler.faces(Photos.portrait()).faces());
        assertEquals(512, fromBytes.width());
        assertEquals(512, fromBytes.height());
        BufferedImage decoded = Photos.decode(fromBytes.file());
        for (int i = 0; i < 512 * 512; i++) {
            assertEquals(decoded.getRGB(i % 512, i / 512), fromImage.image().getRGB(i % 512, i / 512));
        }
    }

    @Test
    void apng_beginsWithJustTheStill() {
        BufferedImage still =
                Photos.decode(googler.googly(Photos.PORTRAIT, OPTIONS).file());
        BufferedImage first = Photos.decode(googly(OutputFormat.APNG, OPTIONS).file());
        for (int i = 0; i < 512 * 512; i++) {
            assertEquals(still.getRGB(i % 512, i / 512), first.getRGB(i % 512, i / 512));
        }
    }

    private GooglyPhoto googly(OutputFormat format, GooglyOptions options) {
        return googler.googly(Photos.PORTRAIT, options.withFormat(format));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PNG", "JPEG"})
    void sameSeed_givesTheSameAnimation_andAnotherSeedAnother(OutputFormat format) {
        byte[] file = googly(format, OPTIONS).file();

        assertArrayEquals(file, googly(format, OPTIONS).file());
        assertFalse(Arrays.equals(file, googly(format, OPTIONS.withSeed(12)).file()));
    }

    @Test
    void animation_takesLittleMoreThanTheStill() {
        BufferedImage two = new BufferedImage(2000, 1000, BufferedImage.TYPE_3BYTE_BGR);
        two.createGraphics().drawImage(Photos.scaled(Photos.portrait(), 1000, 1000), 0, 0, null);
        two.createGraphics().drawImage(Photos.scaled(Photos.portrait(), 1000, 1000), 1000, 0, null);
        byte[] photo = Photos.encode(two, "png");
        GooglyPhoto still = googler.googly(photo, OPTIONS);
        int moving =
                googler.googly(photo, OPTIONS.withFormat(OutputFormat.APNG)).file().length;

        assertEquals(2, still.faces().size());
        assertTrue(moving < 1.3 * still.file().length, moving + " to " + still.file().length);
        assertTrue(moving > 1.01 * still.file().length, moving + " to " + still.file().length);
    }

    @Test
    void manyThreads_giveTheSameAsOne() {
        byte[] alone = googler.googly(Photos.PORTRAIT, OPTIONS).file();
        List<byte[]> together = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> googler.googly(Photos.PORTRAIT, OPTIONS).file())
                .toList();

        together.forEach(file -> assertArrayEquals(alone, file));
    }

    @Test
    void bytesThatAreNoPhoto_areRejected() {
        assertThrows(PhotoRejectedException.Unsupported.class, () -> googler.googly(new byte[] {1, 2, 3}, OPTIONS));
        byte[] cut = Arrays.copyOf(Photos.PORTRAIT, 5000);
        assertThrows(PhotoRejectedException.Unreadable.class, () -> googler.faces(cut));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void pictureOfAFewPixels_isTaken(int side) {
        byte[] tiny = Photos.encode(Photos.plain(side, 1, Color.PINK), "png");

        assertEquals(side, googler.googly(tiny, OPTIONS).width());
    }

    @ParameterizedTest
    @EnumSource
    void stages_areObservedInTheirOrder(OutputFormat format) {
        List<Stage> stages = new ArrayList<>();
        googler.googly(
                ByteBuffer.wrap(Photos.PORTRAIT), OPTIONS.withFormat(format), Cancellation.NEVER, new StageListener() {
                    @Override
                    public <T> T around(Stage stage, Supplier<T> work) {
                        stages.add(stage);
                        return work.get();
                    }
                });

        assertEquals(List.of(Stage.values()), stages);
    }

    @ParameterizedTest
    @EnumSource
    void eyesThatWereFound_giveTheSameFileWhenTheyAreGiven(OutputFormat format) {
        GooglyOptions options =
                OPTIONS.withFormat(format).withStyle(EyeStyle.CAT).withGaze(Gaze.CROSS);
        FaceResult found = googler.faces(Photos.PORTRAIT, options);
        GooglyPhoto direct = googler.googly(Photos.PORTRAIT, options);
        GooglyPhoto given = googler.googly(Photos.PORTRAIT, found.eyes(), options);

        assertEquals(found.eyes(), direct.eyes());
        assertEquals(found.eyes(), given.eyes());
        assertEquals(List.of(), given.faces());
        assertArrayEquals(direct.file(), given.file());
    }

    @Test
    void eyeWithAStyleOfItsOwn_isDrawnInIt() {
        Eye eye = Eye.at(100, 100, 30);
        byte[] cat = googler.googly(Photos.PORTRAIT, List.of(eye), OPTIONS.withStyle(EyeStyle.CAT))
                .file();

        assertArrayEquals(
                cat,
                googler.googly(Photos.PORTRAIT, List.of(eye.withStyle(EyeStyle.CAT)), OPTIONS)
                        .file());
        assertFalse(Arrays.equals(
                cat, googler.googly(Photos.PORTRAIT, List.of(eye), OPTIONS).file()));
    }
}
