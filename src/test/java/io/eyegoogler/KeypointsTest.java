package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KeypointsTest {

    private static final Keypoints UPRIGHT = new Keypoints(
            new Point(40, 40),
            new Point(60, 40),
            new Point(50, 50),
            new Point(50, 60),
            new Point(30, 45),
            new Point(70, 45));

    @Test
    void rollOfAnUprightFace_isZero() {
        assertEquals(0, UPRIGHT.roll(), 1e-9);
    }

    @Test
    void rollOfAFaceTurnedClockwise_isPositive() {
        double quarter = Math.PI / 4;
        Keypoints turned = UPRIGHT.map(p -> new Point(
                p.x() * Math.cos(quarter) - p.y() * Math.sin(quarter),
                p.x() * Math.sin(quarter) + p.y() * Math.cos(quarter)));
        assertEquals(quarter, turned.roll(), 1e-9);
    }

    @Test
    void rollOfAProfile_heedsTheMouthMoreThanTheEyes() {
        Keypoints profile = new Keypoints(
                new Point(50, 40),
                new Point(52, 42),
                new Point(60, 50),
                new Point(51, 61),
                new Point(30, 45),
                new Point(30, 45));
        // The line of the eyes alone would say 45 degrees.
        assertEquals(0, Math.toDegrees(profile.roll()), 6);
    }

    @Test
    void headSize_isTheEyeDistance_orOfATurnedHeadAShareOfItsLength() {
        assertEquals(20, UPRIGHT.headSize(), 1e-9);
        Keypoints turned = new Keypoints(
                new Point(48, 40),
                new Point(52, 40),
                UPRIGHT.noseTip(),
                UPRIGHT.mouthCenter(),
                UPRIGHT.rightEarTragion(),
                UPRIGHT.leftEarTragion());
        assertEquals(0.75 * 20, turned.headSize(), 1e-9);
    }
}
