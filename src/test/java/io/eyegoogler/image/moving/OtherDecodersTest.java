package io.eyegoogler.image.moving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.ComposedFrames;
import io.eyegoogler.testing.OtherDecoders;
import io.eyegoogler.testing.RandomFrames;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composed frames, compared with those of ImageMagick, ffmpeg and Pillow: apt-get install them. */
class OtherDecodersTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;
    private static final int FRAMES = 25;

    @TempDir
    private Path folder;

    private static byte[] frames(byte[] file) {
        return ComposedFrames.rgba(ComposedFrames.open(file));
    }

    /** Compares alpha, and colors where they are visible, which rounding may change a little. */
    private static void assertSame(byte[] expected, byte[] actual, int tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i += 4) {
            int alpha = expected[i + 3] & 0xff;
            int at = i / 4;
            for (int band = 0; band < 4; band++) {
                int e = expected[i + band] & 0xff;
                int a = actual[i + band] & 0xff;
                // Of what shines through little, little is left of the color.
                int allowed = band == 3 ? tolerance : tolerance == 0 ? 0 : tolerance * 255 / Math.max(1, alpha);
                String where = "frame " + at / (WIDTH * HEIGHT) + ", x " + at % WIDTH + ", y " + at / WIDTH % HEIGHT
                        + ", band " + band + ": " + e + " " + a + ", alpha " + alpha;
                assertTrue(band < 3 && alpha == 0 || Math.abs(e - a) <= allowed, where);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gif_isComposedAsByImageMagick(long seed) {
        byte[] gif = AnimatedFile.gif(WIDTH, HEIGHT, new RandomFrames(seed, WIDTH, HEIGHT, false).parts(FRAMES), 0);

        assertSame(OtherDecoders.byImageMagick(folder, gif), frames(gif), 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void apng_isComposedAsByFfmpeg(long seed) {
        byte[] apng = AnimatedFile.apng(WIDTH, HEIGHT, new RandomFrames(seed, WIDTH, HEIGHT, true).parts(FRAMES), 0);

        assertSame(OtherDecoders.byFfmpeg(folder, apng), frames(apng), 3);
    }

    /** Pillow doesn't blend translucent pixels as the specification says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void apngWithoutTranslucentPixels_isComposedAsByPillow(long seed) {
        byte[] apng = AnimatedFile.apng(WIDTH, HEIGHT, new RandomFrames(seed, WIDTH, HEIGHT, false).parts(FRAMES), 0);

        assertSame(OtherDecoders.byPillow(folder, apng), frames(apng), 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void webp_isComposedAsByLibwebp(long seed) {
        byte[] webp = AnimatedFile.webp(WIDTH, HEIGHT, new RandomFrames(seed, WIDTH, HEIGHT, true).parts(FRAMES), 0);

        assertSame(OtherDecoders.byPillow(folder, webp), frames(webp), 3);
    }
}
