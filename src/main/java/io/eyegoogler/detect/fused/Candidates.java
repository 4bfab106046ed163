package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.NonMaxSuppression;
import io.eyegoogler.detect.rfb.Detection;
import io.eyegoogler.detect.rfb.Frame;
import io.eyegoogler.detect.rfb.Rfb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The first look: where RFB or BlazeFace thinks that a face may be, many of them wrongly. */
final class Candidates {

    /** The least score, 0..1; lower than what RFB alone would need, since the second look decides. */
    static double RFB_MIN_SCORE = 0.3;
    /** Likewise for BlazeFace. */
    static double BLAZE_FACE_MIN_SCORE = 0.4;
    /** What overlaps more is of one face, intersection over union. */
    private static final double SAME_FACE = 0.3;
    /** From BlazeFace's box to the square that O-Net was trained on: side, and the way up; medians of 112 faces. */
    private static final double SIDE = 1.2;
    private static final double RISE = 0.11;

    private final BlazeFace shortRange;
    private final BlazeFace fullRange;
    private final Rfb rfb;
    private final Workers workers;

    Candidates(BlazeFace shortRange, BlazeFace fullRange, Rfb rfb, Workers workers) {
        this.shortRange = shortRange;
        this.fullRange = fullRange;
        this.rfb = rfb;
        this.workers = workers;
    }

    /** RFB's candidates, then those of BlazeFace that aren't among them. */
    List<Candidate> find(PhotoSampler photo, Effort effort) {
        View whole = View.letterbox(photo.width(), photo.height());
        List<View> distant = new ArrayList<>(List.of(whole));
        if (effort.tiles()) {
            distant.addAll(Tiles.of(photo.width(), photo.height()));
        }
        List<Supplier<List<Face>>> looks = List.of(
                () -> flat(fullRange.detect(photo, distant, BLAZE_FACE_MIN_SCORE)),
                () -> flat(shortRange.detect(photo, List.of(whole), BLAZE_FACE_MIN_SCORE)));
        List<Supplier<List<Detection>>> frames = effort.frames(photo).stream()
                .<Supplier<List<Detection>>>map(frame -> () -> rfb.detect(photo, frame, RFB_MIN_SCORE))
                .toList();
        List<Detection> detections = Rfb.suppress(flat(workers.all(frames)));
        List<Face> faces = NonMaxSuppression.suppress(flat(workers.all(looks)));
        return merge(detections, faces);
    }

    private static <T> List<T> flat(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static List<Candidate> merge(List<Detection> detections, List<Face> faces) {
        List<Candidate> candidates = new ArrayList<>();
        for (Detection detection : detections) {
            double blazeFace = faces.stream()
                    .filter(face -> same(face, detection))
                    .mapToDouble(Face::score)
                    .max()
                    .orElse(0);
            candidates.add(new Candidate(view(detection.box()), detection.score(), blazeFace));
        }
        for (Face face : faces) {
            if (detections.stream().noneMatch(detection -> same(face, detection))) {
                candidates.add(new Candidate(view(face), 0, face.score()));
            }
        }
        return candidates;
    }

    private static boolean same(Face face, Detection detection) {
        return face.box().intersectionOverUnion(detection.box()) > SAME_FACE;
    }

    private static View view(Box box) {
        return new View(box.middle(), Math.max(1, Math.max(box.width(), box.height())), 0);
    }

    private static View view(Face face) {
        double turn = face.keypoints().roll();
        double side = Math.max(1, Math.max(face.box().width(), face.box().height()));
        Point middle = face.box().middle();
        Point risen = new Point(
                middle.x() + RISE * side * Math.sin(turn), middle.y() - RISE * side * Math.cos(turn));
        return new View(risen, SIDE * side, turn);
    }
}
