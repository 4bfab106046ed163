package io.eyegoogler.detect.fused;

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

/**
 * Finds faces where they are expected by O-Net, in a crop and its mirror image, and others by RFB at its first scale.
 *
 * <p>BlazeFace, which costs as much as all of that, looks only where O-Net is in doubt. RFB's other detections are
 * verified as those in a photo are.
 */
final class NearbyFusedFinder implements NearbyFaceFinder {

    /** RFB's minimum score, 0..1, of a face that isn't expected. */
    private static final double MIN_RFB_SCORE = 0.3;
    /** Intersection over union above which a detection of RFB is of an expected face. */
    private static final double MIN_OVERLAP = 0.3;
    /** O-Net's mean score, 0..1, from which on it needs no confirmation where a face is expected. */
    private static final double CERTAIN_SCORE = 0.98;
    /** O-Net's mean score, 0..1, below which there is no face. */
    private static final double MIN_SCORE = 0.4;
    /**
     * Distance of a face from where it was expected, in head sizes, above which O-Net looks again, around the face: its
     * first crop may have cut the face off.
     */
    private static final double MAX_OFFSET = 0.2;
    /** O-Net's minimum score, 0..1, of a face to look at again. */
    private static final double MIN_OFF_SCORE = 0.1;
    /** Number of faces that are worth a batch of their own. */
    private static final int FACES_PER_BATCH = 4;

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
        List<Expected> near = expected.stream()
                .map(face -> new Expected(face, HeadGeometry.oNetCrop(face), score(face, detections), false))
                .toList();
        List<Candidate> elsewhere = detections.stream()
                .filter(detection -> expected.stream().noneMatch(face -> overlaps(face, detection)))
                .map(detection -> new Candidate(detection.square(), detection.score()))
                .toList();
        return new Result(
                find(photo, near, cancellation),
                FaceFusion.fuse(verifier.verify(photo, elsewhere, cancellation), List.of()));
    }

    @Override
    public List<Optional<Face>> findExpected(BufferedImage frame, List<Face> expected, Cancellation cancellation) {
        List<Expected> near = expected.stream()
                .map(face -> new Expected(face, HeadGeometry.oNetCrop(face), 0, true))
                .toList();
        return find(PhotoSampler.of(frame), near, cancellation);
    }

    /**
     * An expected face.
     *
     * @param crop for O-Net
     * @param rfbScore 0..1; 0 if RFB doesn't detect it or wasn't run
     * @param trusted whether RFB wasn't run, so that O-Net's certainty is enough
     */
    private record Expected(Face face, SquareCrop crop, double rfbScore, boolean trusted) {}

    private List<Optional<Face>> find(PhotoSampler photo, List<Expected> expected, Cancellation cancellation) {
        return networks.helpers().inParts(expected, FACES_PER_BATCH, part -> findPart(photo, part, cancellation));
    }

    private List<Optional<Face>> findPart(PhotoSampler photo, List<Expected> expected, Cancellation cancellation) {
        cancellation.check();
        List<SquareCrop> crops =
                new ArrayList<>(expected.stream().map(Expected::crop).toList());
        List<Face> straight = new ArrayList<>(networks.oNet().detect(photo, crops));
        for (int i = 0; i < expected.size(); i++) {
            if (isOff(straight.get(i), expected.get(i).face())) {
                crops.set(i, HeadGeometry.oNetCrop(straight.get(i)));
                straight.set(
                        i, networks.oNet().detect(photo, List.of(crops.get(i))).get(0));
            }
        }
        List<Face> mirrored = networks.oNet().detectMirrored(photo, crops);
        List<Optional<Face>> found = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            found.add(check(photo, expected.get(i), straight.get(i), mirrored.get(i)));
        }
        return found;
    }

    /** Tells whether a face is so far from where it was expected that O-Net's crop wasn't on it. */
    private static boolean isOff(Face found, Face expected) {
        double distance =
                found.keypoints().eyeMiddle().distanceTo(expected.keypoints().eyeMiddle());
        return found.score() >= MIN_OFF_SCORE && distance > MAX_OFFSET * HeadGeometry.size(expected.keypoints());
    }

    private Optional<Face> check(PhotoSampler photo, Expected expected, Face straight, Face mirrored) {
        double score = (straight.score() + mirrored.score()) / 2;
        boolean confirmed = expected.trusted() || expected.rfbScore() > 0;
        if (score < MIN_SCORE) {
            return Optional.empty();
        }
        if (score < CERTAIN_SCORE || !confirmed) {
            Candidate candidate = new Candidate(expected.crop(), expected.rfbScore());
            Optional<Face> blazeFace = networks.shortRange()
                    .detectCentered(
                            photo,
                            List.of(SquareCrop.aligned(mirrored, CandidateVerifier.BLAZE_FACE_MARGIN)),
                            CandidateVerifier.BLAZE_FACE_MIN_SCORE,
                            CandidateVerifier.BLAZE_FACE_MAX_OFFSET)
                    .get(0);
            if (!new CrossCheckedFace(candidate, straight, mirrored, blazeFace).isFace()) {
                return Optional.empty();
            }
        }
        return Optional.of(HeadGeometry.moved(expected.face(), score, straight.keypoints(), mirrored.keypoints()));
    }

    private static double score(Face face, List<RfbDetection> detections) {
        return detections.stream()
                .filter(detection -> overlaps(face, detection))
                .mapToDouble(RfbDetection::score)
                .max()
                .orElse(0);
    }

    private static boolean overlaps(Face face, RfbDetection detection) {
        return face.box().intersectionOverUnion(detection.box()) > MIN_OVERLAP;
    }
}
