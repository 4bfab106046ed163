package io.eyegoogler.detect.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.detect.TestImages;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RfbInputRegionTest {

    private static final float WHITE = 1;
    private static final float BLACK = -127 / 128f;

    /** White, with the top left quarter black. */
    private static final PhotoSampler PHOTO = PhotoSampler.of(quarter());

    private static BufferedImage quarter() {
        BufferedImage photo = TestImages.noise(400, 200, 1);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 400; x++) {
                photo.setRGB(x, y, x < 200 && y < 100 ? 0 : 0xffffff);
            }
        }
        return photo;
    }

    @Test
    void wholePhoto_isShrunkToTheLongerSide_neverEnlarged() {
        RfbInputRegion region = RfbInputRegion.whole(PHOTO, 100);
        assertEquals(100, region.width());
        assertEquals(50, region.height());
        assertEquals(400, RfbInputRegion.whole(PHOTO, 640).width());
    }

    @Test
    void padding_isGray_aroundThePhoto() {
        RfbInputRegion region = RfbInputRegion.padded(PHOTO, 100, 0.25);
        assertEquals(150, region.width());
        assertEquals(100, region.height());
        assertPixel(region, 10, 50, 0);
        assertPixel(region, 75, 90, 0);
        assertPixel(region, 30, 30, BLACK);
        assertPixel(region, 120, 70, WHITE);
    }

    @Test
    void detection_isProjectedToThePhoto() {
        assertEquals(new Box(40, 80, 120, 40), project(RfbInputRegion.whole(PHOTO, 100), new Box(10, 20, 30, 10)));
        assertEquals(
                new Box(40, 80, 120, 40), project(RfbInputRegion.padded(PHOTO, 100, 0.25), new Box(35, 45, 30, 10)));
        assertEquals(
                new Box(70, 60, 20, 20),
                project(RfbInputRegion.part(new Box(50, 40, 100, 100), 0.5), new Box(10, 10, 10, 10)));
    }

    @Test
    void rotatedRegion_projectsDetectionsToWhereItsPixelsAre() {
        RfbInputRegion region = RfbInputRegion.rotated(PHOTO, 100, Math.PI / 2);
        // The photo's top left is at the bottom left of the input, whose x-axis is the photo's y-axis.
        assertEquals(100, region.width());
        assertPixel(region, 30, 80, BLACK);
        Box box = project(region, new Box(25, 75, 10, 10));
        assertEquals(80, box.middle().x(), 1e-6);
        assertEquals(20, box.middle().y(), 1e-6);
    }

    private static Box project(RfbInputRegion region, Box box) {
        return region.project(new RfbDetection(1, box, 0, 1)).box();
    }

    private static void assertPixel(RfbInputRegion region, int x, int y, float expected) {
        assertEquals(expected, region.pixels(PHOTO)[(y * region.width() + x) * PhotoSampler.CHANNELS], 0.01);
    }
}
