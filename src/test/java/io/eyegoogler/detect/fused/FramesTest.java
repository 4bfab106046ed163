package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Pictures;
import io.eyegoogler.detect.rfb.Detection;
import io.eyegoogler.detect.rfb.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final PhotoSampler PHOTO = PhotoSampler.of(Pictures.noise(1600, 1000, 1));

    @Test
    void photoOfOneMiddlingFace_isLookedAtOnce() {
        List<Detection> seen = List.of(detection(500, 300, 300));
        assertEquals(List.of(), Frames.bordered(PHOTO, seen, Effort.BALANCED));
        assertFalse(Frames.isCloserNeeded(PHOTO, Frames.FIRST, seen, Effort.BALANCED));
    }

    @Test
    void faceThatFillsOrOverflowsThePhoto_bringsABorder() {
        assertEquals(1, Frames.bordered(PHOTO, List.of(detection(500, 300, 600)), Effort.BALANCED).size());
        assertEquals(1, Frames.bordered(PHOTO, List.of(detection(-20, 300, 200)), Effort.BALANCED).size());
        assertEquals(1, Frames.bordered(PHOTO, List.of(detection(1450, 300, 200)), Effort.BALANCED).size());
    }

    @Test
    void tinyFace_bringsCloserLooks_untilNoneIsTinyOrThePhotoIsSeenInFull() {
        List<Detection> seen = List.of(detection(500, 300, 300), detection(900, 300, 100));
        assertTrue(Frames.isCloserNeeded(PHOTO, 320, seen, Effort.BALANCED));
        assertFalse(Frames.isCloserNeeded(PHOTO, 320, seen.subList(0, 1), Effort.BALANCED));
        assertTrue(Frames.isCloserNeeded(PHOTO, 640, seen, Effort.BALANCED));
        assertFalse(Frames.isCloserNeeded(PHOTO, 1280, seen, Effort.BALANCED));
        assertTrue(Frames.isCloserNeeded(PHOTO, 1280, seen, Effort.THOROUGH));
        assertFalse(Frames.isCloserNeeded(PHOTO, 2560, seen, Effort.THOROUGH));
    }

    @Test
    void photoInWhichNothingIsSeen_isLookedAtOnceMore() {
        assertTrue(Frames.isCloserNeeded(PHOTO, 320, List.of(), Effort.BALANCED));
        assertFalse(Frames.isCloserNeeded(PHOTO, 640, List.of(), Effort.BALANCED));
        assertEquals(1, Frames.bordered(PHOTO, List.of(), Effort.BALANCED).size());
    }

    @Test
    void tiles_coverThePhotoAndOverlap() {
        List<Frame> tiles = Frames.tiles(PHOTO, 1280);
        assertEquals(4, tiles.size());
        Box first = tiles.get(0).seen();
        Box last = tiles.get(3).seen();
        assertEquals(new Box(0, 0, 830, 530), first);
        assertEquals(1600, last.x() + last.width(), 1e-9);
        assertEquals(1000, last.y() + last.height(), 1e-9);
        assertEquals(60, first.x() + first.width() - last.x(), 1e-9);
    }

    /** A square of the photo as the first look sees it, a fifth as large. */
    private static Detection detection(double x, double y, double side) {
        return new Detection(0.9, new Box(x, y, side, side), 0, side / 5);
    }
}
