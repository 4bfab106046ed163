package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.detect.Pictures;
import io.eyegoogler.detect.rfb.NetworkInputFrame;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSelectorTest {

    private static final PhotoSampler PHOTO = PhotoSampler.of(Pictures.noise(1600, 1000, 1));

    @Test
    void photoOfOneMiddlingFace_isLookedAtOnce() {
        List<RfbDetection> seen = List.of(detection(500, 300, 300));
        assertEquals(List.of(), FrameSelector.bordered(PHOTO, seen, SearchEffort.BALANCED));
        assertFalse(FrameSelector.isCloserNeeded(PHOTO, FrameSelector.FIRST, seen, SearchEffort.BALANCED));
    }

    @Test
    void faceThatFillsOrOverflowsThePhoto_bringsABorder() {
        assertEquals(
                1,
                FrameSelector.bordered(PHOTO, List.of(detection(500, 300, 600)), SearchEffort.BALANCED)
                        .size());
        assertEquals(
                1,
                FrameSelector.bordered(PHOTO, List.of(detection(-20, 300, 200)), SearchEffort.BALANCED)
                        .size());
        assertEquals(
                1,
                FrameSelector.bordered(PHOTO, List.of(detection(1450, 300, 200)), SearchEffort.BALANCED)
                        .size());
    }

    @Test
    void tinyFace_bringsCloserLooks_untilNoneIsTinyOrThePhotoIsSeenInFull() {
        List<RfbDetection> seen = List.of(detection(500, 300, 300), detection(900, 300, 100));
        assertTrue(FrameSelector.isCloserNeeded(PHOTO, 320, seen, SearchEffort.BALANCED));
        assertFalse(FrameSelector.isCloserNeeded(PHOTO, 320, seen.subList(0, 1), SearchEffort.BALANCED));
        assertTrue(FrameSelector.isCloserNeeded(PHOTO, 640, seen, SearchEffort.BALANCED));
        assertFalse(FrameSelector.isCloserNeeded(PHOTO, 1280, seen, SearchEffort.BALANCED));
        assertTrue(FrameSelector.isCloserNeeded(PHOTO, 1280, seen, SearchEffort.THOROUGH));
        assertFalse(FrameSelector.isCloserNeeded(PHOTO, 2560, seen, SearchEffort.THOROUGH));
    }

    @Test
    void photoInWhichNothingIsSeen_isLookedAtOnceMore() {
        assertTrue(FrameSelector.isCloserNeeded(PHOTO, 320, List.of(), SearchEffort.BALANCED));
        assertFalse(FrameSelector.isCloserNeeded(PHOTO, 640, List.of(), SearchEffort.BALANCED));
        assertEquals(
                1,
                FrameSelector.bordered(PHOTO, List.of(), SearchEffort.BALANCED).size());
    }

    @Test
    void tiles_coverThePhotoAndOverlap() {
        List<NetworkInputFrame> tiles = FrameSelector.tiles(PHOTO, 1280);
        assertEquals(4, tiles.size());
        Box first = tiles.get(0).seen();
        Box last = tiles.get(3).seen();
        assertEquals(new Box(0, 0, 830, 530), first);
        assertEquals(1600, last.x() + last.width(), 1e-9);
        assertEquals(1000, last.y() + last.height(), 1e-9);
        assertEquals(60, first.x() + first.width() - last.x(), 1e-9);
    }

    /** A square of the photo as the first look sees it, a fifth as large. */
    private static RfbDetection detection(double x, double y, double side) {
        return new RfbDetection(0.9, new Box(x, y, side, side), 0, side / 5);
    }
}
