package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.NonMaxSuppression;
import io.eyegoogler.detect.mtcnn.Mtcnn;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The first look: where either detector thinks that a face may be, many of them wrongly. */
final class Candidates {

    /** What MTCNN is less sure of is hardly ever a face, 0..1. */
    private static final double MIN_SCORE = 0.5;
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

    /** MTCNN's candidates, and those of BlazeFace that aren't among them. */
    Found find(PhotoSampler photo, Effort effort) {
        double smallestFace = effort.smallestFace(Math.max(photo.width(), photo.height()));
        List<Sighting> sightings = mtcnn.detect(photo, smallestFace, MIN_SCORE);
        View whole = View.letterbox(photo.width(), photo.height());
        List<View> distant = new ArrayList<>(List.of(whole));
        if (effort.tiles()) {
            distant.addAll(Tiles.of(photo.width(), photo.height()));
        }
        List<Supplier<List<List<Face>>>> looks =
                List.of(() -> fullRange.detect(photo, distant), () -> shortRange.detect(photo, List.of(whole)));
        Stream<Face> seen = workers.all(looks).stream().flatMap(List::stream).flatMap(List::stream);
        List<Face> others = NonMaxSuppression.suppress(seen.toList()).stream()
                .filter(face -> sightings.stream().noneMatch(sighting -> same(face.box(), sighting)))
                .toList();
        return new Found(sightings, others);
    }

    private static boolean same(Box box, Sighting sighting) {
        return box.intersectionOverUnion(sighting.box()) > SAME_FACE;
    }

    /**
     * Candidates, in px of the photo.
     *
     * @param sightings by MTCNN
     * @param others by BlazeFace alone
     */
    record Found(List<Sighting> sightings, List<Face> others) {}
}
