package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Converts images of other color spaces and bit depths to the canonical layout. */
class ConversionTest {

    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    private static final ColorSpace LINEAR = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);

    /** CMYK that a formula converts, as without a profile. */
    private static final class FormulaCmyk extends ColorSpace {

        private static final long serialVersionUID = 1L;

        FormulaCmyk() {
            super(ColorSpace.TYPE_CMYK, 4);
        }

        @Override
        public float[] toRGB(float[] cmyk) {
            float light = 1 - cmyk[3];
            return new float[] {(1 - cmyk[0]) * light, (1 - cmyk[1]) * light, (1 - cmyk[2]) * light};
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] toCIEXYZ(float[] cmyk) {
            return SRGB.toCIEXYZ(toRGB(cmyk));
        }

        @Override
        public float[] fromCIEXYZ(float[] xyz) {
            throw new UnsupportedOperationException();
        }
    }

    private static BufferedImage image(ColorSpace space, int dataType, boolean alpha, int width, int height) {
        int[] bands =
                IntStream.range(0, space.getNumComponents() + (alpha ? 1 : 0)).toArray();
        return ImageTypeSpecifier.createInterleaved(space, bands, dataType, alpha, false)
                .createBufferedImage(width, height);
    }

    private static void fill(BufferedImage image, int max) {
        Random random = new Random(1);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    raster.setSample(x, y, band, random.nextInt(max + 1));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 255, false", "0, 255, true", "1, 65535, false", "1, 65535, true"})
    void cmykWithoutProfile_isConvertedByItsFormula(int dataType, int max, boolean alpha) {
        BufferedImage image = image(new FormulaCmyk(), dataType, alpha, 50, 40);
        fill(image, max);
        BufferedImage copy = PixelLayout.copy(image);

        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                int[] samples = image.getRaster().getPixel(x, y, (int[]) null);
                int rgb = copy.getRGB(x, y);
                for (int i = 0; i < 3; i++) {
                    double expected = 255.0 * (max - samples[i]) / max * (max - samples[3]) / max;
                    assertEquals(expected, rgb >> 16 - 8 * i & 0xff, 0.51);
                }
                assertEquals(alpha ? 255.0 * samples[4] / max : 255, rgb >>> 24, 0.51);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DataBuffer.TYPE_INT, DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE})
    void deepSamples_areRoundedToEightBitsAndClamped(int dataType) {
        for (ColorSpace space : new ColorSpace[] {SRGB, ColorSpace.getInstance(ColorSpace.CS_GRAY)}) {
            BufferedImage image = image(space, dataType, false, 256, 1);
            double full = dataType == DataBuffer.TYPE_INT ? 4_294_967_295.0 : 1;
            for (int x = 0; x < 256; x++) {
                for (int band = 0; band < space.getNumComponents(); band++) {
                    double value = x / 255.0 * full;
                    if (dataType == DataBuffer.TYPE_INT) {
                        image.getRaster().setSample(x, 0, band, (int) (long) value);
                    } else {
                        image.getRaster().setSample(x, 0, band, x == 255 ? 7.0 : value);
                    }
                }
            }
            BufferedImage copy = PixelLayout.copy(image);
            for (int x = 0; x < 256; x++) {
                assertEquals(0xff000000 | x * 0x10101, copy.getRGB(x, 0));
            }
        }
    }

    @Test
    void profileOfSixteenBits_isAppliedAsToAWholeImage_andAlphaIsKept() {
        BufferedImage image = image(LINEAR, DataBuffer.TYPE_USHORT, true, 300, 250);
        fill(image, 65_535);
        BufferedImage expected = new BufferedImage(300, 250, BufferedImage.TYPE_4BYTE_ABGR);
        new ColorConvertOp(null).filter(image, expected);
        BufferedImage copy = PixelLayout.copy(image);

        for (int y = 0; y < 250; y++) {
            for (int x = 0; x < 300; x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    assertEquals(expected.getRGB(x, y) >> shift & 0xff, copy.getRGB(x, y) >> shift & 0xff, 1);
                }
            }
        }
    }

    @Test
    void profile_isAppliedStripByStrip_asToAWholeImage() {
        BufferedImage image = image(LINEAR, DataBuffer.TYPE_BYTE, false, 700, 500);
        fill(image, 255);
        BufferedImage expected = new BufferedImage(700, 500, BufferedImage.TYPE_3BYTE_BGR);
        new ColorConvertOp(null).filter(image, expected);
        BufferedImage copy = PixelLayout.copy(image);

        for (int y = 0; y < 500; y++) {
            for (int x = 0; x < 700; x++) {
                assertEquals(expected.getRGB(x, y), copy.getRGB(x, y));
            }
        }
        AtomicInteger checks = new AtomicInteger();
        assertThrows(
                WorkCancelledException.class,
                () -> PixelLayout.canonical(image, Cancellation.when(() -> checks.incrementAndGet() == 3)));
    }
}
