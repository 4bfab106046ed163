package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.Eye;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class EyePlacerTurnedHeadTest {

    private static final Point EAR = new Point(0, 50);

    @Test
    void frontalFace_hasEyesSizedByTheirDistance() {
        List<Eye> eyes = place(face(40, 80, 60));
        assertEquals(2, eyes.size());
        assertEquals(0.3375 * 40, eyes.get(0).radius(), 0.25 * 0.3375 * 40);
    }

    @Test
    void threeQuarterFace_hasBothEyesNoSmallerThanItsLengthAsksFor() {
        List<Eye> eyes = place(face(60, 76, 75));
        assertEquals(2, eyes.size());
        // From eyes to mouth it is 50 px.
        double least = 0.3375 * 0.75 * 50;
        eyes.forEach(eye -> assertEquals(least, eye.radius(), 0.26 * least));
    }

    @Test
    void profile_hasOnlyTheEyeThatIsSeen() {
        assertEquals(List.of(new Point(60, 40)), centers(place(face(60, 70, 90))));
        assertEquals(List.of(new Point(40, 40)), centers(place(face(30, 40, 10))));
    }

    @Test
    void eyeThatIsLeftOut_doesNotChangeTheOthers() {
        Face other = face(140, 180, 160);
        List<Eye> afterFrontal = place(face(40, 80, 60), other);
        List<Eye> afterProfile = place(face(60, 70, 90), other);
        assertEquals(afterFrontal.subList(2, 4), afterProfile.subList(1, 3));
    }

    private static List<Eye> place(Face... faces) {
        return EyePlacer.place(List.of(faces), 1, Gaze.RANDOM, 1);
    }

    private static List<Point> centers(List<Eye> eyes) {
        return eyes.stream().map(Eye::center).toList();
    }

    /** An upright face with its eyes 50 px above its mouth. */
    private static Face face(double rightEye, double leftEye, double nose) {
        return new Face(
                1,
                new Box(0, 0, 100, 100),
                new Keypoints(
                        new Point(rightEye, 40),
                        new Point(leftEye, 40),
                        new Point(nose, 65),
                        new Point((rightEye + leftEye) / 2, 90),
                        EAR,
                        EAR));
    }
}
