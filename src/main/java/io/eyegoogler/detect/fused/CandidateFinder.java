package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.rfb.RfbInputRegion;
import io.eyegoogler.detect.rfb.RfbNetwork;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The first stage: proposes candidates, many of them false, by running RFB at several scales, and BlazeFace. */
final class CandidateFinder {

    /** RFB's minimum score, 0..1; lower than RFB would need on its own, because the second stage verifies. */
    private static final double MIN_RFB_SCORE = 0.3;
    /**
     * RFB's minimum score at the first scale, 0..1: a fainter detection than {@link #MIN_RFB_SCORE} is a hint that
     * there may be faces too small for that scale. In four of five photos without a crowd there is none, and most are
     * below 0.1; a crowd of 8 px in the background gives 0.2 and more.
     */
    private static final double MIN_HINT_SCORE = 0.2;
    /** RFB's score, 0..1, from which on BlazeFace hardly ever adds a face, so that it isn't run. */
    private static final double CERTAIN_RFB_SCORE = 0.9;
    /** BlazeFace's minimum score in the whole photo, 0..1. */
    private static final double MIN_BLAZE_FACE_SCORE = 0.4;
    /** Minimum side of a face, px of the photo: in a smaller one, eyes can't be located. */
    private static final double MIN_SIDE = 12;
    /** Longer side of the rotated photo, px of RFB's input. */
    private static final int ROTATED_LONGER_SIDE = 640;
    /** Intersection over union above which two detections are of the same face. */
    private static final double MAX_OVERLAP = 0.3;
    /** Side of the square that O-Net was trained on, in sides of BlazeFace's box; median of 112 faces. */
    private static final double ONET_SIDE = 1.2;
    /** Distance of that square's center above the box's, in sides of the box; median of 112 faces. */
    private static final double ONET_RISE = 0.11;

    private final LoadedNetworks networks;

    CandidateFinder(LoadedNetworks networks) {
        this.networks = networks;
    }

    /** Returns RFB's candidates, then those of BlazeFace that aren't among them. */
    List<Candidate> find(PhotoSampler photo, SearchScales scales, Cancellation cancellation) {
        List<RfbDetection> found = networks.rfb().detect(photo, InputRegionSelector.first(photo), MIN_HINT_SCORE);
        cancellation.check();
        List<RfbDetection> detections = new ArrayList<>(found.stream()
                .filter(detection -> detection.score() >= MIN_RFB_SCORE)
                .toList());
        List<Face> faces = scales.exhaustive() || detections.stream().noneMatch(CandidateFinder::isCertain)
                ? blazeFace(photo)
                : List.of();
        detections.addAll(detect(photo, InputRegionSelector.padded(photo, detections, scales), cancellation));
        int longerSide = InputRegionSelector.FIRST_LONGER_SIDE;
        while (InputRegionSelector.needsNextScale(photo, longerSide, found, scales)) {
            longerSide *= 2;
            found = detect(photo, InputRegionSelector.tiles(photo, longerSide), cancellation);
            detections.addAll(found);
        }
        return merge(RfbNetwork.suppress(detections), faces);
    }

    private static boolean isCertain(RfbDetection detection) {
        return detection.score() >= CERTAIN_RFB_SCORE;
    }

    /** Detects large faces that RFB misses: cut off by the photo's border, or in unusual light. */
    private List<Face> blazeFace(PhotoSampler photo) {
        SquareCrop whole = SquareCrop.letterbox(photo.width(), photo.height());
        return networks.shortRange()
                .detect(photo, List.of(whole), MIN_BLAZE_FACE_SCORE)
                .get(0);
    }

    /** Returns RFB's candidates in the photo as seen by a viewer rotated by {@code rotation}, clockwise, radians. */
    List<Candidate> findRotated(PhotoSampler photo, double rotation, Cancellation cancellation) {
        RfbInputRegion region = RfbInputRegion.rotated(photo, ROTATED_LONGER_SIDE, rotation);
        return merge(detect(photo, List.of(region), cancellation), List.of());
    }

    private List<RfbDetection> detect(PhotoSampler photo, List<RfbInputRegion> regions, Cancellation cancellation) {
        List<Supplier<List<RfbDetection>>> tasks = regions.stream()
                .<Supplier<List<RfbDetection>>>map(region -> () -> {
                    cancellation.check();
                    return networks.rfb().detect(photo, region, MIN_RFB_SCORE);
                })
                .toList();
        return networks.helpers().all(tasks).stream()
                .flatMap(List::stream)
                .filter(detection ->
                        Math.max(detection.box().width(), detection.box().height()) >= MIN_SIDE)
                .toList();
    }

    private static List<Candidate> merge(List<RfbDetection> detections, List<Face> faces) {
        List<Candidate> candidates = new ArrayList<>();
        for (RfbDetection detection : detections) {
            candidates.add(new Candidate(detection.square(), detection.score()));
        }
        for (Face face : faces) {
            if (detections.stream()
                    .noneMatch(detection -> face.box().intersectionOverUnion(detection.box()) > MAX_OVERLAP)) {
                candidates.add(new Candidate(oNetCrop(face), 0));
            }
        }
        return candidates;
    }

    private static SquareCrop oNetCrop(Face face) {
        SquareCrop box = SquareCrop.aligned(face, 1);
        return box.moved(0, -ONET_RISE * box.side()).enlarged(ONET_SIDE);
    }
}
