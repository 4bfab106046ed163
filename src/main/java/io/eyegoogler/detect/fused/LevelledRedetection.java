package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A closer look at each face: its square, enlarged and turned so that its eyes are level, through the model again.
 *
 * <p>The eyes come out several times nearer to the real ones, since the model now sees the face as it was trained to:
 * large, upright and in the middle. What it doesn't find again was, most of the time, no face.
 */
public final class LevelledRedetection {

    /** Side of the square, in sides of the face's box: room for a box that was off. */
    private static final double MARGIN = 1.6;
    /** A face found again has its middle no farther than this from the square's, in sides of the square. */
    private static final double MAX_OFFSET = 0.25;

    /** The least score, 0..1. Lower than for a whole photo: something else has seen a face here already. */
    private static final double MIN_SCORE = 0.4;

    private final BlazeFace model;

    public LevelledRedetection(BlazeFace model) {
        this.model = model;
    }

    /** Each of {@code candidates} as it is found again, or nothing where it isn't; all are looked at in one run. */
    public List<Optional<Face>> look(PhotoSampler photo, List<Face> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<SquareCrop> views =
                candidates.stream().map(LevelledRedetection::closeUp).toList();
        List<List<Face>> found = model.detect(photo, views, MIN_SCORE);
        return IntStream.range(0, views.size())
                .mapToObj(i -> inTheMiddle(found.get(i), views.get(i)))
                .toList();
    }

    private static SquareCrop closeUp(Face face) {
        double side =
                Math.max(1, MARGIN * Math.max(face.box().width(), face.box().height()));
        return new SquareCrop(face.box().middle(), side, face.keypoints().roll());
    }

    private static Optional<Face> inTheMiddle(List<Face> faces, SquareCrop view) {
        return faces.stream()
                .filter(face -> face.box().middle().distanceTo(view.centre()) <= MAX_OFFSET * view.side())
                .findFirst();
    }
}
