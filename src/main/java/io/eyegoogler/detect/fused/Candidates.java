package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.blazeface.NonMaxSuppression;
import io.eyegoogler.detect.mtcnn.Mtcnn;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The first look: where either detector thinks that a face may be, many of them wrongly. */
final class Candidates {

    /** The least score, 0..1; lower than what MTCNN alone would need, since the second look decides. */
    private static final double MTCNN_MIN_SCORE = 0.3;
    /** Likewise for BlazeFace. */
    private static final double BLAZE_FACE_MIN_SCORE = 0.4;
    /** Above, BlazeFace has come upon a face by itself: what MediaPipe asks of the short range in a whole photo. */
    private static final double FOUND = BlazeFaceSpec.SHORT_RANGE.minScore();
    /** What overlaps more is of one face, intersection over union. */
    private static final double SAME_FACE = 0.3;

    private final BlazeFace shortRange;
    private final BlazeFace fullRange;
    private final Mtcnn mtcnn;
    private final Workers workers;

    Candidates(BlazeFace shortRange, BlazeFace fullRange, Mtcnn mtcnn, Workers workers) {
        this.shortRange = shortRange;
        this.fullRange = fullRange;
        this.mtcnn = mtcnn;
        this.workers = workers;
    }

    /** MTCNN's candidates, then those of BlazeFace that aren't among them. */
    List<Candidate> find(PhotoSampler photo, Effort effort) {
        double smallestFace = effort.smallestFace(Math.max(photo.width(), photo.height()));
        List<Sighting> sightings = mtcnn.detect(photo, smallestFace, MTCNN_MIN_SCORE);
        View whole = View.letterbox(photo.width(), photo.height());
        List<View> distant = new ArrayList<>(List.of(whole));
        if (effort.tiles()) {
            distant.addAll(Tiles.of(photo.width(), photo.height()));
        }
        List<Supplier<List<List<Face>>>> looks =
                List.of(() -> fullRange.detect(photo, distant, BLAZE_FACE_MIN_SCORE), () -> shortRange.detect(photo, List.of(whole), BLAZE_FACE_MIN_SCORE));
        Stream<Face> seen = workers.all(looks).stream().flatMap(List::stream).flatMap(List::stream);
        return merge(sightings, NonMaxSuppression.suppress(seen.toList()));
    }

    private static List<Candidate> merge(List<Sighting> sightings, List<Face> faces) {
        List<Candidate> candidates = new ArrayList<>();
        for (Sighting sighting : sightings) {
            boolean both = faces.stream().anyMatch(face -> face.score() >= FOUND && same(face, sighting));
            candidates.add(new Candidate(Optional.of(sighting), sighting.face(), both));
        }
        for (Face face : faces) {
            if (sightings.stream().noneMatch(sighting -> same(face, sighting))) {
                candidates.add(new Candidate(Optional.empty(), face, false));
            }
        }
        return candidates;
    }

    private static boolean same(Face face, Sighting sighting) {
        return face.box().intersectionOverUnion(sighting.box()) > SAME_FACE;
    }
}
