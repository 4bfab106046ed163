package io.eyegoogler.detect.mtcnn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ONetTest {

    /** Around the face of the portrait. */
    private static final SquareCrop FACE = new SquareCrop(new Point(224, 116), 130, 0.1);

    private static ONet oNet;
    private static BufferedImage portrait;

    @BeforeAll
    static void load() {
        oNet = ONet.load(null);
        portrait = Photos.portrait();
    }

    @AfterAll
    static void close() {
        oNet.close();
    }

    @Test
    void mirrorImageOfAMirroredPhoto_isDetectedAsThePhoto() {
        Face plain = oNet.detect(PhotoSampler.of(portrait), List.of(FACE)).get(0);
        SquareCrop crop = new SquareCrop(mirrored(FACE.center()), FACE.side(), -FACE.rotation());
        Face twice = oNet.detectMirrored(PhotoSampler.of(mirrored(portrait)), List.of(crop))
                .get(0);
        assertTrue(plain.score() > 0.9, plain.toString());
        assertEquals(plain.score(), twice.score(), 1e-4);
        assertEquals(plain.box().width(), twice.box().width(), 0.01);
        Keypoints expected = plain.keypoints();
        Keypoints actual = twice.keypoints().map(ONetTest::mirrored);
        assertNear(expected.rightEye(), actual.leftEye());
        assertNear(expected.leftEye(), actual.rightEye());
        assertNear(expected.noseTip(), actual.noseTip());
        assertNear(expected.mouthCenter(), actual.mouthCenter());
    }

    @Test
    void mirrorImage_hasEyesWhereThePlainCropHas() {
        Keypoints plain =
                oNet.detect(PhotoSampler.of(portrait), List.of(FACE)).get(0).keypoints();
        Keypoints mirrored = oNet.detectMirrored(PhotoSampler.of(portrait), List.of(FACE))
                .get(0)
                .keypoints();
        double eyeDistance = plain.rightEye().distanceTo(plain.leftEye());
        assertEquals(0, plain.rightEye().distanceTo(mirrored.rightEye()), 0.15 * eyeDistance);
        assertEquals(0, plain.leftEye().distanceTo(mirrored.leftEye()), 0.15 * eyeDistance);
    }

    private static void assertNear(Point expected, Point actual) {
        assertEquals(0, expected.distanceTo(actual), 0.05, expected + " " + actual);
    }

    private static Point mirrored(Point point) {
        return new Point(portrait.getWidth() - point.x(), point.y());
    }

    private static BufferedImage mirrored(BufferedImage photo) {
        BufferedImage mirrored = new BufferedImage(photo.getWidth(), photo.getHeight(), photo.getType());
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                mirrored.setRGB(photo.getWidth() - 1 - x, y, photo.getRGB(x, y));
            }
        }
        return mirrored;
    }
}
