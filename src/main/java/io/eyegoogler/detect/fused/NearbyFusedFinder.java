package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.NearbyFaceFinder;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds faces near where they are expected as {@link FusedDetector} verifies its candidates: the candidates are the
 * places where faces are expected, and what RFB detects elsewhere at its first scale.
 */
final class NearbyFusedFinder implements NearbyFaceFinder {

    /** RFB's minimum score, 0..1, of a face that isn't expected. */
    private static final double MIN_RFB_SCORE = 0.3;
    /** Intersection over union above which a detection of RFB is of an expected face. */
    private static final double MIN_OVERLAP = 0.3;
    /** Side of O-Net's crop, in sizes of the head; median of the annotated photos. */
    private static final double ONET_SIDE = 2.1;
    /** Distance of the center of O-Net's crop below the eyes, in sizes of the head. */
    private static final double ONET_DROP = 0.35;

    private final LoadedNetworks networks;
    private final CandidateVerifier verifier;

    NearbyFusedFinder(LoadedNetworks networks) {
        this.networks = networks;
        this.verifier = new CandidateVerifier(networks);
    }

    @Override
    public Result find(BufferedImage frame, List<Face> expected, Cancellation cancellation) {
        cancellation.check();
        PhotoSampler photo = PhotoSampler.of(frame);
        List<RfbDetection> detections = networks.rfb().detect(photo, InputRegionSelector.first(photo), MIN_RFB_SCORE);
        List<Candidate> near =
                expected.stream().map(face -> candidate(face, detections)).toList();
        List<Candidate> elsewhere = detections.stream()
                .filter(detection -> expected.stream().noneMatch(face -> overlaps(face.box(), detection)))
                .map(detection -> new Candidate(detection.square(), detection.score()))
                .toList();
        List<CrossCheckedFace> checked = verifier.verify(
                photo, Stream.concat(near.stream(), elsewhere.stream()).toList(), cancellation);
        List<Optional<Face>> found = new ArrayList<>();
        for (Candidate candidate : near) {
            found.add(checked.stream()
                    .filter(face -> face.candidate() == candidate && face.isFace())
                    .map(CrossCheckedFace::face)
                    .findFirst());
        }
        List<CrossCheckedFace> others = checked.stream()
                .filter(face -> elsewhere.contains(face.candidate()))
                .toList();
        return new Result(found, FaceFusion.fuse(others, List.of()));
    }

    private static Candidate candidate(Face face, List<RfbDetection> detections) {
        double score = detections.stream()
                .filter(detection -> overlaps(face.box(), detection))
                .mapToDouble(RfbDetection::score)
                .max()
                .orElse(0);
        double size = Math.max(
                face.keypoints().rightEye().distanceTo(face.keypoints().leftEye()),
                0.75 * face.keypoints().eyeMiddle().distanceTo(face.keypoints().mouthCenter()));
        SquareCrop eyes = new SquareCrop(
                face.keypoints().eyeMiddle(),
                Math.max(1, ONET_SIDE * size),
                face.keypoints().roll());
        return new Candidate(new SquareCrop(eyes.at(0, ONET_DROP * size), eyes.side(), eyes.rotation()), score);
    }

    private static boolean overlaps(Box box, RfbDetection detection) {
        return box.intersectionOverUnion(detection.box()) > MIN_OVERLAP;
    }
}
