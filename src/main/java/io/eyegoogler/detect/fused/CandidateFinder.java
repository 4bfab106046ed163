package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.rfb.NetworkInputFrame;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.rfb.RfbNetwork;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The first look: where RFB or BlazeFace thinks that a face may be, many of them wrongly. */
final class CandidateFinder {

    /** The least score, 0..1; lower than what RFB alone would need, since the second look decides. */
    private static final double RFB_MIN_SCORE = 0.3;
    /**
     * In the first look a fainter one is a hint that there may be faces too small for it. Four of five photos without a
     * crowd have none, most not above 0.1; where a crowd of 8 px stands behind somebody it is 0.2 and more.
     */
    private static final double HINT = 0.2;
    /** Where RFB is this sure of a face, BlazeFace has hardly ever another to add: it isn't asked. */
    private static final double SURE = 0.9;
    /** Of BlazeFace's look at the whole photo, the least score, 0..1. */
    private static final double BLAZE_FACE_MIN_SCORE = 0.4;
    /** Of a face, px of the photo: in a smaller one there is no telling where its eyes are. */
    private static final double MIN_SIDE = 12;
    /** Longer side of the photo turned, px of RFB's input. */
    private static final int TURNED = 640;
    /** What overlaps more is of one face, intersection over union. */
    private static final double SAME_FACE = 0.3;
    /** From BlazeFace's box to the square that O-Net was trained on: side, and the way up; medians of 112 faces. */
    private static final double SIDE = 1.2;

    private static final double RISE = 0.11;

    private final LoadedNetworks networks;

    CandidateFinder(LoadedNetworks networks) {
        this.networks = networks;
    }

    /** RFB's candidates, then those of BlazeFace that aren't among them. */
    List<Candidate> find(PhotoSampler photo, SearchEffort effort, Cancellation cancellation) {
        List<RfbDetection> first = networks.rfb().detect(photo, FrameSelector.first(photo), HINT);
        cancellation.check();
        List<RfbDetection> detections = new ArrayList<>(
                first.stream().filter(found -> found.score() >= RFB_MIN_SCORE).toList());
        List<Face> faces = effort.everywhere() || detections.stream().noneMatch(CandidateFinder::isSure)
                ? blazeFace(photo)
                : List.of();
        detections.addAll(look(photo, FrameSelector.bordered(photo, List.copyOf(detections), effort), cancellation));
        int size = FrameSelector.FIRST;
        List<RfbDetection> seen = first;
        while (FrameSelector.isCloserNeeded(photo, size, seen, effort)) {
            size *= 2;
            seen = look(photo, FrameSelector.tiles(photo, size), cancellation);
            detections.addAll(seen);
        }
        return merge(RfbNetwork.suppress(detections), faces);
    }

    private static boolean isSure(RfbDetection detection) {
        return detection.score() >= SURE;
    }

    /** BlazeFace finds large faces that RFB doesn't: cut off by the photo's edge, or oddly lit. */
    private List<Face> blazeFace(PhotoSampler photo) {
        SquareCrop whole = SquareCrop.letterbox(photo.width(), photo.height());
        return networks.shortRange()
                .detect(photo, List.of(whole), BLAZE_FACE_MIN_SCORE)
                .get(0);
    }

    /** RFB's candidates in the photo turned by {@code turn}, clockwise, radians. */
    List<Candidate> turned(PhotoSampler photo, double turn, Cancellation cancellation) {
        return merge(look(photo, List.of(NetworkInputFrame.turned(photo, TURNED, turn)), cancellation), List.of());
    }

    private List<RfbDetection> look(PhotoSampler photo, List<NetworkInputFrame> frames, Cancellation cancellation) {
        List<Supplier<List<RfbDetection>>> looks = frames.stream()
                .<Supplier<List<RfbDetection>>>map(frame -> () -> {
                    cancellation.check();
                    return networks.rfb().detect(photo, frame, RFB_MIN_SCORE);
                })
                .toList();
        return networks.workers().all(looks).stream()
                .flatMap(List::stream)
                .filter(found -> Math.max(found.box().width(), found.box().height()) >= MIN_SIDE)
                .toList();
    }

    private static List<Candidate> merge(List<RfbDetection> detections, List<Face> faces) {
        List<Candidate> candidates = new ArrayList<>();
        for (RfbDetection detection : detections) {
            candidates.add(new Candidate(detection.square(), detection.score()));
        }
        for (Face face : faces) {
            if (detections.stream().noneMatch(detection -> same(face, detection))) {
                candidates.add(new Candidate(view(face), 0));
            }
        }
        return candidates;
    }

    private static boolean same(Face face, RfbDetection detection) {
        return face.box().intersectionOverUnion(detection.box()) > SAME_FACE;
    }

    private static SquareCrop view(Face face) {
        double turn = face.keypoints().roll();
        double side = Math.max(1, Math.max(face.box().width(), face.box().height()));
        Point middle = face.box().middle();
        Point risen = new Point(middle.x() + RISE * side * Math.sin(turn), middle.y() - RISE * side * Math.cos(turn));
        return new SquareCrop(risen, SIDE * side, turn);
    }
}
