package io.eyegoogler.detect.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.TestImages;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PhotoSamplerTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;
    private final BufferedImage photo = TestImages.noise(WIDTH, HEIGHT, 1);

    @Test
    void photoAtItsOwnSize_isItsPixels() {
        float[] sampled = sample(PhotoSampler.of(photo), new Box(0, 0, WIDTH, HEIGHT), WIDTH, HEIGHT);
        int rgb = photo.getRGB(5, 7);
        int at = (7 * WIDTH + 5) * 3;
        assertEquals(rgb >> 16 & 0xff, sampled[at], 1e-3);
        assertEquals(rgb >> 8 & 0xff, sampled[at + 1], 1e-3);
        assertEquals(rgb & 0xff, sampled[at + 2], 1e-3);
    }

    @Test
    void rotatedPhoto_isSampledLikeItsRotatedPixels() {
        BufferedImage rotated = new BufferedImage(HEIGHT, WIDTH, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                rotated.setRGB(HEIGHT - 1 - y, x, photo.getRGB(x, y));
            }
        }
        Box partlyOutside = new Box(-3.5, 2, 20, 31.5);
        assertArrayEquals(
                sample(PhotoSampler.of(rotated), partlyOutside, 9, 11),
                sample(PhotoSampler.of(photo).rotatedClockwise(), partlyOutside, 9, 11),
                1e-2f);
    }

    @Test
    void transposedPhoto_hasXAndYSwapped() {
        float[] rows = sample(PhotoSampler.of(photo), new Box(2, 3, 20, 15), 10, 5);
        float[] columns = sample(PhotoSampler.of(photo).transposed(), new Box(3, 2, 15, 20), 5, 10);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 10; x++) {
                assertEquals(rows[(y * 10 + x) * 3], columns[(x * 5 + y) * 3], 1e-2);
            }
        }
    }

    @Test
    void imagePyramid_rotatedOrNot_givesTheSameAsTheFullPhoto() {
        BufferedImage large = new BufferedImage(1_703, 1_001, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                large.setRGB(x, y, x * 255 / 1_703 << 16 | y * 255 / 1_001 << 8);
            }
        }
        PhotoSampler direct = PhotoSampler.of(large);
        PhotoSampler pyramid = PhotoSampler.withPyramid(large, new HelperThreads(2));
        Box inside = new Box(100, 50, 1_400, 800);
        assertArrayEquals(sample(direct, inside, 70, 40), sample(pyramid, inside, 70, 40), 1);
        Box rotated = new Box(60, 120, 800, 1_400);
        assertArrayEquals(
                sample(direct.rotatedClockwise(), rotated, 40, 70),
                sample(pyramid.rotatedClockwise(), rotated, 40, 70),
                1);
    }

    @Test
    void cropRotatedBy90Degrees_isTheRotatedPhoto() {
        SquareCrop crop = new SquareCrop(new Point(18, 11), 16, Math.PI / 2);
        // The crop's x-axis is the photo's y-axis, so the crop shows the photo rotated counterclockwise.
        PhotoSampler counterclockwise =
                PhotoSampler.of(photo).rotatedClockwise().rotatedClockwise().rotatedClockwise();
        float[] expected = sample(counterclockwise, new Box(11 - 8, WIDTH - 18 - 8, 16, 16), 8, 8);
        float[] sampled = new float[8 * 8 * 3];
        PhotoSampler.of(photo).sample(crop, 8, 1, 0, sampled, 0);
        assertArrayEquals(expected, sampled, 1f);
    }

    private static float[] sample(PhotoSampler sampler, Box box, int columns, int rows) {
        float[] target = new float[columns * rows * 3];
        sampler.sample(box, columns, rows, 1, 0, target, 0);
        return target;
    }
}
