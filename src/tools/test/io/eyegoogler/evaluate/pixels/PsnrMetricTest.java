package io.eyegoogler.evaluate.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PsnrMetricTest {

    private static BufferedImage plain(int argb) {
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 12; i++) {
            image.setRGB(i % 4, i / 4, argb);
        }
        return image;
    }

    @Test
    void equalImages_haveTheMaximum() {
        assertEquals(99, PsnrMetric.of(plain(0xff102030), plain(0xff102030)));
    }

    @Test
    void differenceInOneChannel_isAQuarterOfTheNoise() {
        // 10 log10(255² / (20² / 4)).
        assertEquals(28.13, PsnrMetric.of(plain(0xff102030), plain(0xff242030)), 0.01);
    }

    @Test
    void colorsOfTransparentPixels_dontCount() {
        assertEquals(99, PsnrMetric.of(plain(0x00102030), plain(0x00ffffff)));
    }

    @Test
    void differenceInAlpha_counts() {
        // Black: alpha alone differs.
        assertEquals(28.13, PsnrMetric.of(plain(0x14000000), plain(0x00000000)), 0.01);
    }
}
