package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.TestImages;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class QuarterRotationTest {

    /** Maps back a point near a corner of a photo of 40 × 30 px. */
    @Test
    void pointOfARotatedPhoto_isMappedBackToTheOriginal() {
        assertEquals(new Point(3, 5), rotateBack(QuarterRotation.NONE, new Point(3, 5)));
        assertEquals(new Point(3, 5), rotateBack(QuarterRotation.CLOCKWISE_90, new Point(30 - 5, 3)));
        assertEquals(new Point(3, 5), rotateBack(QuarterRotation.CLOCKWISE_180, new Point(40 - 3, 30 - 5)));
        assertEquals(new Point(3, 5), rotateBack(QuarterRotation.CLOCKWISE_270, new Point(5, 40 - 3)));
    }

    @Test
    void boxOfASidewaysFace_hasWidthAndHeightSwapped() {
        Face rotated = face(new Point(25, 3), new Box(20, 2, 4, 6));
        assertEquals(
                new Box(2, 6, 6, 4),
                QuarterRotation.CLOCKWISE_90.rotateBack(rotated, 40, 30).box());
    }

    @Test
    void rotatedPhoto_hasWidthAndHeightSwapped() {
        PhotoSampler photo = PhotoSampler.of(TestImages.noise(40, 30, 1));
        assertEquals(30, QuarterRotation.CLOCKWISE_90.rotate(photo).width());
        assertEquals(40, QuarterRotation.CLOCKWISE_180.rotate(photo).width());
        assertEquals(40, QuarterRotation.CLOCKWISE_270.rotate(photo).height());
    }

    private static Point rotateBack(QuarterRotation rotation, Point point) {
        return rotation.rotateBack(face(point, new Box(0, 0, 1, 1)), 40, 30)
                .keypoints()
                .noseTip();
    }

    private static Face face(Point everywhere, Box box) {
        return new Face(1, box, Keypoints.of(Collections.nCopies(Keypoints.COUNT, everywhere)));
    }
}
