package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The second stage: verifies each candidate with O-Net and BlazeFace, in crops aligned so that the eyes are level.
 *
 * <p>There the face is as the networks were trained to see it: large, upright and centered. BlazeFace locates its eyes
 * several times more precisely than in the whole photo, and most of what it doesn't detect again isn't a face.
 */
final class CandidateVerifier {

    /**
     * O-Net's minimum score, 0..1, in the first crop of a candidate below {@link #LIKELY_RFB_SCORE}. That crop may be
     * tilted and off center; still, none of 420 faces had less than 0.037, and one in nine of the other candidates less
     * than this.
     */
    private static final double MIN_FIRST_SCORE = 0.01;
    /** RFB's score, 0..1, from which on it considers a candidate more likely a face than not. */
    private static final double LIKELY_RFB_SCORE = 0.5;
    /** O-Net's score, 0..1, in the aligned crop, below which a candidate isn't checked any further. */
    private static final double MIN_ALIGNED_SCORE = 0.1;
    /** Number of crops that are worth a batch of their own for O-Net: a run has a fixed cost of half a crop. */
    private static final int CROPS_PER_BATCH = 4;

    /** Side of O-Net's crop, in longer sides of the face's box: what the network was trained on. */
    private static final double ONET_MARGIN = 1;
    /** Side of BlazeFace's crop, in longer sides of the face's box: leaves room for an inaccurate box. */
    static final double BLAZE_FACE_MARGIN = 1.6;
    /** Maximum distance of BlazeFace's box from the center of its crop, in sides of the crop. */
    static final double BLAZE_FACE_MAX_OFFSET = 0.25;
    /** BlazeFace's minimum score, 0..1; lower than in a whole photo, because O-Net has already seen a face here. */
    static final double BLAZE_FACE_MIN_SCORE = 0.4;

    private final LoadedNetworks networks;

    CandidateVerifier(LoadedNetworks networks) {
        this.networks = networks;
    }

    /** Cross-checks {@code candidates}, and drops those that O-Net sees nothing in at first. */
    List<CrossCheckedFace> verify(PhotoSampler photo, List<Candidate> candidates, Cancellation cancellation) {
        List<Located> located =
                networks.helpers().inParts(candidates, CROPS_PER_BATCH, part -> locate(photo, part, cancellation));
        return networks.helpers().inParts(located, 1, part -> crossCheck(photo, part, cancellation));
    }

    /** A candidate, and the face that O-Net detects in its crop. */
    private record Located(Candidate candidate, Face face) {

        boolean isPlausible() {
            return face.score() >= MIN_FIRST_SCORE || candidate.rfbScore() >= LIKELY_RFB_SCORE;
        }
    }

    private List<Located> locate(PhotoSampler photo, List<Candidate> candidates, Cancellation cancellation) {
        cancellation.check();
        List<Face> faces = networks.oNet()
                .detect(photo, candidates.stream().map(Candidate::crop).toList());
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Located(candidates.get(i), faces.get(i)))
                .filter(Located::isPlausible)
                .toList();
    }

    private List<CrossCheckedFace> crossCheck(PhotoSampler photo, List<Located> located, Cancellation cancellation) {
        cancellation.check();
        List<Face> aligned = networks.oNet()
                .detect(photo, crops(located.stream().map(Located::face).toList(), ONET_MARGIN));
        cancellation.check();
        int[] likely = IntStream.range(0, aligned.size())
                .filter(i -> aligned.get(i).score() >= MIN_ALIGNED_SCORE)
                .toArray();
        List<Face> faces = IntStream.of(likely).mapToObj(aligned::get).toList();
        List<List<Optional<Face>>> confirmations =
                networks.helpers().all(List.of(() -> mirrored(photo, faces), () -> blazeFace(photo, faces)));
        List<CrossCheckedFace> checked = new ArrayList<>();
        for (int i = 0; i < located.size(); i++) {
            Face face = aligned.get(i);
            checked.add(new CrossCheckedFace(located.get(i).candidate(), face, face, Optional.empty()));
        }
        for (int k = 0; k < likely.length; k++) {
            Face mirrored = confirmations.get(0).get(k).orElseThrow();
            Optional<Face> blazeFace = confirmations.get(1).get(k);
            Candidate candidate = located.get(likely[k]).candidate();
            checked.set(likely[k], new CrossCheckedFace(candidate, faces.get(k), mirrored, blazeFace));
        }
        return checked;
    }

    private List<Optional<Face>> mirrored(PhotoSampler photo, List<Face> faces) {
        return networks.oNet().detectMirrored(photo, crops(faces, ONET_MARGIN)).stream()
                .map(Optional::of)
                .toList();
    }

    private List<Optional<Face>> blazeFace(PhotoSampler photo, List<Face> faces) {
        return networks.shortRange()
                .detectCentered(photo, crops(faces, BLAZE_FACE_MARGIN), BLAZE_FACE_MIN_SCORE, BLAZE_FACE_MAX_OFFSET);
    }

    private static List<SquareCrop> crops(List<Face> faces, double margin) {
        return faces.stream().map(face -> SquareCrop.aligned(face, margin)).toList();
    }
}
