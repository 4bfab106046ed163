package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Pictures;
import io.eyegoogler.detect.Point;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class QuarterTurnsTest {

    /** A corner of a photo of 40 × 30 px, as it lies in the turned one. */
    @Test
    void placeInATurnedPhoto_isTurnedBackToWhereItCameFrom() {
        assertEquals(new Point(3, 5), turnBack(QuarterTurns.NONE, new Point(3, 5)));
        assertEquals(new Point(3, 5), turnBack(QuarterTurns.ONE, new Point(30 - 5, 3)));
        assertEquals(new Point(3, 5), turnBack(QuarterTurns.TWO, new Point(40 - 3, 30 - 5)));
        assertEquals(new Point(3, 5), turnBack(QuarterTurns.THREE, new Point(5, 40 - 3)));
    }

    @Test
    void boxOfALyingFace_changesWidthAndHeight() {
        Face turned = face(new Point(25, 3), new Box(20, 2, 4, 6));
        assertEquals(new Box(2, 6, 6, 4), QuarterTurns.ONE.turnBack(turned, 40, 30).box());
    }

    @Test
    void turnedPhoto_hasItsSidesExchanged() {
        PhotoSampler photo = PhotoSampler.of(Pictures.noise(40, 30, 1));
        assertEquals(30, QuarterTurns.ONE.turn(photo).width());
        assertEquals(40, QuarterTurns.TWO.turn(photo).width());
        assertEquals(40, QuarterTurns.THREE.turn(photo).height());
    }

    private static Point turnBack(QuarterTurns turns, Point point) {
        return turns.turnBack(face(point, new Box(0, 0, 1, 1)), 40, 30).keypoints().noseTip();
    }

    private static Face face(Point everywhere, Box box) {
        return new Face(1, box, Keypoints.of(Collections.nCopies(Keypoints.COUNT, everywhere)));
    }
}
