package io.eyegoogler.evaluate;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Faces, detections and photos made up for tests: 1,000 px photos, faces of 100 px with eyes 40 px apart. */
public final class Fixtures {

    public static final int PHOTO_SIDE = 1_000;
    public static final double FACE_SIDE = 100;
    public static final double EYE_DISTANCE = 40;

    private Fixtures() {}

    /** A face with both eyes, its middle between them at (x, y). */
    public static AnnotatedFace face(double x, double y, Slice... slices) {
        return new AnnotatedFace(
                box(x, y),
                List.of(new Point(x - EYE_DISTANCE / 2, y), new Point(x + EYE_DISTANCE / 2, y)),
                false,
                Set.of(slices));
    }

    public static AnnotatedFace withOneEye(double x, double y) {
        return new AnnotatedFace(box(x, y), List.of(new Point(x - EYE_DISTANCE / 2, y)), false, Set.of());
    }

    public static AnnotatedFace withoutEyes(double x, double y) {
        return new AnnotatedFace(box(x, y), List.of(), false, Set.of());
    }

    public static AnnotatedFace ignored(double x, double y) {
        return new AnnotatedFace(box(x, y), List.of(), true, Set.of());
    }

    /** A detection of the face whose eyes' middle is at (x, y). */
    public static Face detection(double score, double x, double y) {
        return detection(score, x, y, new Point(x - EYE_DISTANCE / 2, y), new Point(x + EYE_DISTANCE / 2, y));
    }

    public static Face detection(double score, double x, double y, Point rightEye, Point leftEye) {
        Point any = new Point(x, y + 30);
        return new Face(score, box(x, y), new Keypoints(rightEye, leftEye, any, any, any, any));
    }

    public static AnnotatedPhoto photo(AnnotatedFace... faces) {
        return photo("photo.jpg", false, Set.of(), faces);
    }

    public static AnnotatedPhoto photo(String name, boolean partial, Set<Slice> slices, AnnotatedFace... faces) {
        return new AnnotatedPhoto(name, PHOTO_SIDE, PHOTO_SIDE, partial, Arrays.asList(faces), slices);
    }

    /** What {@code detections} in {@code photo} come to. */
    public static PhotoRun run(AnnotatedPhoto photo, Face... detections) {
        return new PhotoRun(photo, PhotoScorer.score(photo, Arrays.asList(detections)), 1, 2);
    }

    /** What {@code runs} come to. */
    public static Evaluation evaluation(String name, PhotoRun... runs) {
        return Evaluation.of(name, Arrays.asList(runs));
    }

    /** Eyes lie at two fifths of a box's height. */
    private static Box box(double x, double y) {
        return new Box(x - FACE_SIDE / 2, y - 0.4 * FACE_SIDE, FACE_SIDE, FACE_SIDE);
    }
}
