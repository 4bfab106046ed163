package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.detect.TestImages;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.rfb.RfbInputRegion;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputRegionSelectorTest {

    private static final PhotoSampler PHOTO = PhotoSampler.of(TestImages.noise(1600, 1000, 1));

    @Test
    void photoOfOneMediumFace_isSearchedAtOneScale() {
        List<RfbDetection> detections = List.of(detection(500, 300, 300));
        assertEquals(List.of(), InputRegionSelector.padded(PHOTO, detections, SearchScales.BALANCED));
        assertFalse(InputRegionSelector.needsNextScale(
                PHOTO, InputRegionSelector.FIRST_LONGER_SIDE, detections, SearchScales.BALANCED));
    }

    @Test
    void faceThatFillsThePhotoOrExtendsBeyondIt_callsForPadding() {
        assertEquals(
                1,
                InputRegionSelector.padded(PHOTO, List.of(detection(500, 300, 600)), SearchScales.BALANCED)
                        .size());
        assertEquals(
                1,
                InputRegionSelector.padded(PHOTO, List.of(detection(-20, 300, 200)), SearchScales.BALANCED)
                        .size());
        assertEquals(
                1,
                InputRegionSelector.padded(PHOTO, List.of(detection(1450, 300, 200)), SearchScales.BALANCED)
                        .size());
    }

    @Test
    void tinyFace_callsForTheNextScale_untilNoneIsTinyOrTheScaleIsTheLast() {
        List<RfbDetection> detections = List.of(detection(500, 300, 300), detection(900, 300, 100));
        assertTrue(InputRegionSelector.needsNextScale(PHOTO, 320, detections, SearchScales.BALANCED));
        assertFalse(InputRegionSelector.needsNextScale(PHOTO, 320, detections.subList(0, 1), SearchScales.BALANCED));
        assertTrue(InputRegionSelector.needsNextScale(PHOTO, 640, detections, SearchScales.BALANCED));
        assertFalse(InputRegionSelector.needsNextScale(PHOTO, 1280, detections, SearchScales.BALANCED));
        assertTrue(InputRegionSelector.needsNextScale(PHOTO, 1280, detections, SearchScales.THOROUGH));
        assertFalse(InputRegionSelector.needsNextScale(PHOTO, 2560, detections, SearchScales.THOROUGH));
    }

    @Test
    void photoWithoutDetections_isSearchedAtOneMoreScale_andPadded() {
        assertTrue(InputRegionSelector.needsNextScale(PHOTO, 320, List.of(), SearchScales.BALANCED));
        assertFalse(InputRegionSelector.needsNextScale(PHOTO, 640, List.of(), SearchScales.BALANCED));
        assertEquals(
                1,
                InputRegionSelector.padded(PHOTO, List.of(), SearchScales.BALANCED)
                        .size());
    }

    @Test
    void tiles_coverThePhotoAndOverlap() {
        List<RfbInputRegion> tiles = InputRegionSelector.tiles(PHOTO, 1280);
        assertEquals(4, tiles.size());
        Box first = tiles.get(0).region();
        Box last = tiles.get(3).region();
        assertEquals(new Box(0, 0, 830, 530), first);
        assertEquals(1600, last.x() + last.width(), 1e-9);
        assertEquals(1000, last.y() + last.height(), 1e-9);
        assertEquals(60, first.x() + first.width() - last.x(), 1e-9);
    }

    /** A detection at the first scale, at which the photo is a fifth as large. */
    private static RfbDetection detection(double x, double y, double side) {
        return new RfbDetection(0.9, new Box(x, y, side, side), 0, side / 5);
    }
}
