package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.TestImages;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs balanced detection on images made from one portrait. */
class FusedDetectorTest {

    /** Side of the portrait, px. */
    private static final int SIDE = 512;
    /** Mean error of both eyes, in distances between the eyes, above which they look wrong. */
    private static final double MAX_ERROR = 0.15;

    private static DetectorsByMode detectors;
    private static FaceDetector detector;

    @BeforeAll
    static void load() {
        detectors = DetectorsByMode.load(null);
        detector = detectors.of(DetectionMode.BALANCED);
    }

    @AfterAll
    static void close() {
        detectors.close();
    }

    @Test
    void portrait_hasEyesWhereTheyAre() {
        assertFound(SIDE, SIDE, new AffineTransform());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 3})
    void portraitOfAnotherSize_hasEyesWhereTheyAre(double scale) {
        int side = (int) (SIDE * scale);
        assertFound(side, side, AffineTransform.getScaleInstance(scale, scale));
    }

    @ParameterizedTest
    @ValueSource(ints = {-45, -30, 30, 45})
    void tiltedHead_hasEyesWhereTheyAre(int degrees) {
        assertFound(SIDE, SIDE, AffineTransform.getRotateInstance(Math.toRadians(degrees), 224, 150));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void sidewaysOrUpsideDownPhoto_hasEyesWhereTheyAre(int quarters) {
        assertFound(SIDE, SIDE, AffineTransform.getQuadrantRotateInstance(quarters, SIDE / 2.0, SIDE / 2.0));
    }

    @Test
    void smallFaceInALargePhoto_isFound() {
        // The face is 1/45 of the photo's longer side.
        assertFound(1600, 1000, move(700, 300, 0.4));
    }

    @Test
    void groupOfThirty_isFoundCompletely() {
        AffineTransform[] moves = new AffineTransform[30];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = move(i % 6 * 210 + 20, i / 6 * 160 + 10, 0.3 + 0.02 * (i % 4));
        }
        assertFound(1300, 850, moves);
    }

    @Test
    void faceThatFillsThePhoto_isFound() {
        assertFound(512, 640, move(-860, -300, 5));
    }

    @Test
    void faceCutByTheBorder_isFound() {
        // The border runs through the forehead, just above the eyes.
        assertFound(SIDE, 430, move(0, -82, 1));
    }

    @Test
    void imageWithoutAFace_hasNone() {
        assertEquals(List.of(), detector.detect(TestImages.noise(640, 480, 7), Cancellation.NEVER));
        assertEquals(
                List.of(),
                detector.detect(new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR), Cancellation.NEVER));
        BufferedImage suit = Photos.portrait().getSubimage(0, 230, SIDE, SIDE - 230);
        assertEquals(List.of(), detector.detect(suit, Cancellation.NEVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chelsea.png", "coffee.png", "rocket.jpg", "brick.png"})
    void photoOfACatOrAnObject_hasNone(String name) {
        assertEquals(List.of(), detector.detect(TestImages.photo(name), Cancellation.NEVER));
    }

    @Test
    void faceWithItsMouthCovered_isFound() {
        BufferedImage photo = TestImages.portraits(SIDE, SIDE, new AffineTransform());
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(195, 136, 55, 40);
        graphics.dispose();
        List<Face> found = detector.detect(photo, Cancellation.NEVER);

        assertEquals(1, found.size());
        assertTrue(error(found.get(0), Photos.RIGHT_EYE, Photos.LEFT_EYE) < MAX_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 11, 12, 13})
    void tinyImage_hasNone(int side) {
        assertEquals(List.of(), detector.detect(TestImages.noise(side, 40, 3), Cancellation.NEVER));
        assertEquals(List.of(), detector.detect(TestImages.noise(40, side, 3), Cancellation.NEVER));
    }

    private static AffineTransform move(double x, double y, double scale) {
        return new AffineTransform(scale, 0, 0, scale, x, y);
    }

    /** Asserts that the face of each portrait is found once, and nothing else. */
    private static void assertFound(int width, int height, AffineTransform... moves) {
        List<Face> found = detector.detect(TestImages.portraits(width, height, moves), Cancellation.NEVER);
        List<String> wrong = new ArrayList<>();
        for (AffineTransform move : moves) {
            Point right = apply(move, Photos.RIGHT_EYE);
            Point left = apply(move, Photos.LEFT_EYE);
            double error = found.stream()
                    .mapToDouble(face -> error(face, right, left))
                    .min()
                    .orElse(9);
            if (error > MAX_ERROR) {
                wrong.add(move + " is " + error + " off");
            }
        }
        assertTrue(wrong.isEmpty(), () -> wrong + "\nfound " + found);
        assertEquals(moves.length, found.size(), () -> "found " + found);
    }

    private static Point apply(AffineTransform move, Point point) {
        Point2D moved = move.transform(new Point2D.Double(point.x(), point.y()), null);
        return new Point(moved.getX(), moved.getY());
    }

    private static double error(Face face, Point right, Point left) {
        return (face.keypoints().rightEye().distanceTo(right)
                        + face.keypoints().leftEye().distanceTo(left))
                / 2
                / right.distanceTo(left);
    }
}
