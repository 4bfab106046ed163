package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds profile faces among candidates of which RFB is certain and O-Net, which needs both eyes, isn't.
 *
 * <p>BlazeFace's full-range model puts both eyes of a profile face where the visible one is. Only such detections are
 * used, because O-Net is better at all others.
 */
final class ProfileFaceFinder {

    /** RFB's minimum score, 0..1; it was 0.82 to 0.99 in five versions of a profile photo. */
    private static final double MIN_RFB_SCORE = 0.75;
    /** The full-range model's minimum score, 0..1; it was 0.48 to 0.74 in the same five versions. */
    private static final double MIN_FULL_RANGE_SCORE = 0.5;
    /**
     * Maximum distance between the eyes, in distances from their center to the mouth; it was 0.14 to 0.26 in the same five
     * versions, and 0.67 and more in false detections.
     */
    private static final double MAX_EYE_DISTANCE = 0.4;
    /** Side of the full-range model's crop, in sides of the candidate's: the model needs the head's surroundings. */
    private static final double MARGIN = 3;
    /** Maximum distance of the face's center from the crop's, in sides of the crop: half a side of the candidate's. */
    private static final double MAX_OFFSET = 0.5 / MARGIN;
    /**
     * Minimum side of the candidate's crop, in longer sides of the photo: which way smaller heads are turned is hard to
     * see.
     */
    private static final double MIN_SIDE = 0.05;
    /** Maximum number of candidates to check, those with the best scores. */
    private static final int MAX_CANDIDATES = 16;

    private final LoadedNetworks networks;

    ProfileFaceFinder(LoadedNetworks networks) {
        this.networks = networks;
    }

    /** Returns the profile faces among those of {@code candidates} that aren't confirmed as faces. */
    List<Face> find(PhotoSampler photo, List<CrossCheckedFace> candidates, Cancellation cancellation) {
        double minSide = MIN_SIDE * Math.max(photo.width(), photo.height());
        List<SquareCrop> crops = candidates.stream()
                .filter(checked -> !checked.isFace())
                .map(CrossCheckedFace::candidate)
                .filter(candidate -> candidate.rfbScore() >= MIN_RFB_SCORE)
                .filter(candidate -> candidate.crop().side() >= minSide)
                .sorted(Comparator.comparingDouble(Candidate::rfbScore).reversed())
                .limit(MAX_CANDIDATES)
                .map(candidate -> candidate.crop().enlarged(MARGIN))
                .toList();
        return networks.helpers().inParts(crops, 1, part -> detect(photo, part, cancellation));
    }

    private List<Face> detect(PhotoSampler photo, List<SquareCrop> crops, Cancellation cancellation) {
        cancellation.check();
        return networks.fullRange().detectCentered(photo, crops, MIN_FULL_RANGE_SCORE, MAX_OFFSET).stream()
                .flatMap(Optional::stream)
                .filter(face -> isProfile(face.keypoints()))
                .toList();
    }

    private static boolean isProfile(Keypoints face) {
        double eyeDistance = face.rightEye().distanceTo(face.leftEye());
        return eyeDistance <= MAX_EYE_DISTANCE * face.eyeMiddle().distanceTo(face.mouthCenter());
    }
}
