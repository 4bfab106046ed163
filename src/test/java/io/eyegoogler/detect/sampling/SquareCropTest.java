package io.eyegoogler.detect.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SquareCropTest {

    private static Face face(double x, double y) {
        return new Face(1, new Box(x - 0.1, y - 0.2, 0.2, 0.4), Keypoints.of(Collections.nCopies(6, new Point(x, y))));
    }

    @Test
    void letterbox_isCenteredOnThePhoto() {
        assertEquals(new Box(0, -100, 600, 600), SquareCrop.letterbox(600, 400).box());
        assertEquals(new Box(-0.5, 0, 4, 4), SquareCrop.letterbox(3, 4).box());
    }

    @Test
    void face_isProjectedWithoutClamping() {
        Face projected = SquareCrop.letterbox(600, 400).project(face(0.5, 0));

        assertEquals(new Point(300, -100), projected.keypoints().noseTip());
        assertEquals(new Box(240, -220, 120, 240), projected.box());
    }

    @Test
    void rotatedCrop_isRotatedClockwise() {
        Face projected = new SquareCrop(new Point(100, 50), 10, Math.PI / 2).project(face(1, 0.5));

        assertEquals(100, projected.keypoints().noseTip().x(), 1e-9);
        assertEquals(55, projected.keypoints().noseTip().y(), 1e-9);
        assertEquals(2, projected.box().width(), 1e-9);
    }

    @Test
    void alignedCrop_isAsLargeAsTheBoxTimesTheMargin_andRotatedLikeTheFace() {
        // Lies on its side: the eyes are below each other, the mouth to the left of them.
        Point rightEye = new Point(10, 4);
        Point leftEye = new Point(10, 8);
        Point mouth = new Point(6, 6);
        Face face =
                new Face(1, new Box(0, 0, 16, 12), new Keypoints(rightEye, leftEye, mouth, mouth, rightEye, leftEye));

        SquareCrop crop = SquareCrop.aligned(face, 1.5);

        assertEquals(new Point(8, 6), crop.center());
        assertEquals(24, crop.side());
        assertEquals(Math.PI / 2, crop.rotation(), 1e-9);
    }
}
