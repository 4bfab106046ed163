package io.eyegoogler.detect.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import io.eyegoogler.detect.TestImages;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaSamplerTest {

    private static float[] sample(BufferedImage image, Box box, int columns, int rows) {
        float[] values = new float[columns * rows * 3];
        new AreaSampler(InterleavedPixels.of(image)).sample(box, columns, rows, 1, 0, values, 0);
        return values;
    }

    private static int channel(BufferedImage image, int x, int y, int channel) {
        if (x < 0 || y < 0 || x >= image.getWidth() || y >= image.getHeight()) {
            return 0;
        }
        return image.getRGB(x, y) >> (16 - 8 * channel) & 0xff;
    }

    @Test
    void sameSize_givesThePixels() {
        BufferedImage image = TestImages.randomPixels(7, 5, BufferedImage.TYPE_3BYTE_BGR);
        float[] values = sample(image, new Box(0, 0, 7, 5), 7, 5);

        for (int i = 0; i < values.length; i++) {
            assertEquals(channel(image, i / 3 % 7, i / 21, i % 3), values[i], 1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"40, 30, 4, 5", "40, 30, 31, 26", "40, 30, 48, 1", "100, 30, 4, 2", "1400, 3, 2, 2", "1400, 3, 1, 1"})
    void shrinking_isTheMeanOfTheArea_blackOutside(int width, int height, int columns, int rows) {
        BufferedImage image = TestImages.randomPixels(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Box box = new Box(-3.3, -2.5, width + 10.6, height + 17);
        float[] values = sample(image, box, columns, rows);

        double across = box.width() / columns;
        double down = box.height() / rows;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(
                            mean(image, box.x() + column * across, box.y() + row * down, across, down, channel),
                            values[(row * columns + column) * 3 + channel],
                            1e-2);
                }
            }
        }
    }

    /** To the left, to the right, above, below. */
    @ParameterizedTest
    @CsvSource({"-90, 0", "41, 0", "0, -90", "0, 31"})
    void rectangleOutside_isBlack(int x, int y) {
        BufferedImage image = TestImages.randomPixels(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        for (int side : new int[] {10, 40, 80}) {
            assertArrayEquals(new float[20 * 20 * 3], sample(image, new Box(x, y, side, side), 20, 20), side + " px");
        }
    }

    @Test
    void transposedImage_isSampledLikeTheOriginal() {
        InterleavedPixels pixels = InterleavedPixels.of(TestImages.randomPixels(90, 70, BufferedImage.TYPE_3BYTE_BGR));
        float[] upright = new float[20 * 30 * 3];
        new AreaSampler(pixels).sample(new Box(-5, 3, 80, 72), 20, 30, 1, 0, upright, 0);
        float[] transposed = new float[20 * 30 * 3 + 7];
        new AreaSampler(pixels.transposed()).sample(new Box(3, -5, 72, 80), 30, 20, 1, 0, transposed, 7);
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 20; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(
                            upright[(row * 20 + column) * 3 + channel],
                            transposed[7 + (column * 30 + row) * 3 + channel]);
                }
            }
        }
    }

    /** Computes the mean by its definition: each pixel's value times its covered area. */
    private static double mean(BufferedImage image, double x, double y, double width, double height, int channel) {
        double sum = 0;
        for (int row = (int) Math.floor(y); row < y + height; row++) {
            for (int column = (int) Math.floor(x); column < x + width; column++) {
                double across = Math.min(column + 1, x + width) - Math.max(column, x);
                double down = Math.min(row + 1, y + height) - Math.max(row, y);
                sum += across * down * channel(image, column, row, channel);
            }
        }
        return sum / (width * height);
    }

    @Test
    void enlarging_isBilinearInterpolationWithHalfPixelCenters() {
        BufferedImage image = TestImages.randomPixels(6, 6, BufferedImage.TYPE_3BYTE_BGR);
        Box box = new Box(1.25, -0.5, 4, 3);
        float[] values = sample(image, box, 16, 12);

        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 16; column++) {
                double x = box.x() + (column + 0.5) / 4 - 0.5;
                double y = box.y() + (row + 0.5) / 4 - 0.5;
                int left = (int) Math.floor(x);
                int top = (int) Math.floor(y);
                double upper =
                        (left + 1 - x) * channel(image, left, top, 0) + (x - left) * channel(image, left + 1, top, 0);
                double lower = (left + 1 - x) * channel(image, left, top + 1, 0)
                        + (x - left) * channel(image, left + 1, top + 1, 0);
                assertEquals(upper * (top + 1 - y) + lower * (y - top), values[(row * 16 + column) * 3], 1e-2);
            }
        }
    }

    @Test
    void scaleAndBias_areApplied_fromTheOffsetOn() {
        BufferedImage white = new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR);
        white.setRGB(0, 0, 0xffffff);
        float[] values = {9, 9, 9, 9, 9, 9, 9};
        new AreaSampler(InterleavedPixels.of(white)).sample(new Box(0, 0, 2, 1), 2, 1, 1 / 127.5f, -1, values, 1);

        assertArrayEquals(new float[] {9, 1, 1, 1, -1, -1, -1}, values, 1e-5f);
    }

    @Test
    void transparency_isBlack() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 0x80ff4000);
        image.setRGB(1, 0, 0x00ffffff);

        assertArrayEquals(
                new float[] {128, 64 * 128 / 255f, 0, 0, 0, 0}, sample(image, new Box(0, 0, 2, 1), 2, 1), 0.01f);
    }

    @Test
    void subimage_isReadInPlace() {
        BufferedImage image = TestImages.randomPixels(20, 20, BufferedImage.TYPE_3BYTE_BGR);

        assertArrayEquals(
                sample(image, new Box(5, 6, 8, 8), 4, 4),
                sample(image.getSubimage(5, 6, 10, 10), new Box(0, 0, 8, 8), 4, 4),
                1e-3f);
    }

    @Test
    void otherLayout_isRejected() {
        assertThrows(
                IllegalArgumentException.class,
                () -> InterleavedPixels.of(TestImages.randomPixels(2, 2, BufferedImage.TYPE_INT_RGB)));
    }

    @Test
    void cropRotatedBy90Degrees_givesTheRotatedPixels() {
        BufferedImage image = TestImages.randomPixels(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        SquareCrop crop = new SquareCrop(new Point(32, 32), 32, Math.PI / 2);
        float[] rotated = new float[8 * 8 * 3];
        PhotoSampler.of(image).sample(crop, 8, 1, 0, rotated, 0);
        float[] upright = sample(image, new Box(16, 16, 32, 32), 8, 8);

        // The crop's x-axis is the photo's y-axis: crop (row, column) is photo (column, 7 - row).
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int there = (column * 8 + 7 - row) * 3;
                assertEquals(upright[there], rotated[(row * 8 + column) * 3], 1);
            }
        }
    }
}
