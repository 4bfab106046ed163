package io.eyegoogler.detect.blazeface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SsdAnchorsTest {

    @Test
    void shortRange_hasMediaPipesAnchors() {
        List<Point> anchors = SsdAnchors.of(BlazeFaceSpec.SHORT_RANGE);

        assertEquals(896, anchors.size());
        assertEquals(new Point(0.03125, 0.03125), anchors.get(0));
        assertEquals(new Point(0.03125, 0.03125), anchors.get(1));
        assertEquals(new Point(0.09375, 0.03125), anchors.get(2));
        assertEquals(new Point(0.96875, 0.96875), anchors.get(511));
        assertEquals(new Point(0.0625, 0.0625), anchors.get(512));
        assertEquals(new Point(0.0625, 0.0625), anchors.get(517));
        assertEquals(new Point(0.1875, 0.0625), anchors.get(518));
        assertEquals(new Point(0.9375, 0.9375), anchors.get(895));
    }

    @Test
    void fullRange_hasOneAnchorPerCell() {
        List<Point> anchors = SsdAnchors.of(BlazeFaceSpec.FULL_RANGE);

        assertEquals(2304, anchors.size());
        assertEquals(new Point(0.5 / 48, 0.5 / 48), anchors.get(0));
        assertEquals(new Point(1.5 / 48, 0.5 / 48), anchors.get(1));
        assertEquals(new Point(47.5 / 48, 47.5 / 48), anchors.get(2303));
    }
}
