package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.Photos;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Random;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelLayoutTest {

    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_INT_BGR, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE, BufferedImage.TYPE_USHORT_565_RGB, BufferedImage.TYPE_USHORT_555_RGB,
                BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED
            })
    void copy_ofAnyTypeInColor_hasTheColorsThatJavaReads(int type) {
        BufferedImage image = Photos.as(type, Photos.portrait()).getSubimage(30, 20, 201, 99);
        assertArrayEquals(colors(image), colors(PixelLayout.copy(image)));
    }

    @Test
    void copy_ofSixteenBits_hasTheColorsThatJavaReads() {
        for (boolean alpha : new boolean[] {false, true}) {
            for (boolean premultiplied : new boolean[] {false, alpha}) {
                BufferedImage image = deep(alpha, premultiplied);
                assertArrayEquals(colors(image), colors(PixelLayout.copy(image)));
            }
        }
    }

    /** All values of a sample in red, random ones in the other bands. */
    private static BufferedImage deep(boolean alpha, boolean premultiplied) {
        int[] bands = alpha ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
        BufferedImage image = ImageTypeSpecifier.createInterleaved(
                        SRGB, bands, DataBuffer.TYPE_USHORT, alpha, premultiplied)
                .createBufferedImage(1 << 8, 1 << 8);
        Random random = new Random(1);
        WritableRaster raster = image.getRaster();
        for (int value = 0; value < 1 << 16; value++) {
            raster.setPixel(
                    value & 0xff,
                    value >> 8,
                    random.ints(bands.length, 0, 1 << 16).toArray());
            raster.setSample(value & 0xff, value >> 8, 0, value);
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void copy_ofGray_hasTheSampleInRedGreenAndBlue(int bits) {
        int max = (1 << bits) - 1;
        int transfer = bits > 8 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        BufferedImage image =
                ImageTypeSpecifier.createGrayscale(bits, transfer, false).createBufferedImage(max + 1, 1);
        for (int sample = 0; sample <= max; sample++) {
            image.getRaster().setSample(sample, 0, 0, sample);
        }
        BufferedImage copy = PixelLayout.copy(image);
        for (int sample = 0; sample <= max; sample++) {
            int level = (int) Math.round(255.0 * sample / max);
            assertEquals(0xff000000 | level << 16 | level << 8 | level, copy.getRGB(sample, 0));
        }
    }

    private static int[] colors(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
