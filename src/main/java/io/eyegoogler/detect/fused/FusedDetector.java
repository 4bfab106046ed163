package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Detects faces with networks that were designed and trained independently: what RFB or BlazeFace proposes, O-Net and
 * BlazeFace must confirm in a close-up.
 *
 * <p>{@link CandidateFinder} → {@link CandidateVerifier} → {@link FaceFusion}; all of that again if the photo turns out
 * to be tilted, sideways or upside down.
 */
final class FusedDetector implements FaceDetector {

    private final LoadedNetworks networks;
    private final CandidateFinder finder;
    private final CandidateVerifier verifier;
    private final ProfileFaceFinder profileFinder;
    private final SearchScales scales;

    FusedDetector(LoadedNetworks networks, SearchScales scales) {
        this.networks = networks;
        this.scales = scales;
        this.finder = new CandidateFinder(networks);
        this.verifier = new CandidateVerifier(networks);
        this.profileFinder = new ProfileFaceFinder(networks);
    }

    @Override
    public List<Face> detect(BufferedImage photo, Cancellation cancellation) {
        cancellation.check();
        PhotoSampler sampler = PhotoSampler.withPyramid(photo, networks.helpers());
        List<Face> faces = detectUpright(sampler, cancellation);
        if (OrientationEstimator.isUpright(faces)) {
            return faces;
        }
        QuarterRotation rotation = OrientationEstimator.rotation(
                faces, candidate -> detectCoarsely(candidate.rotate(sampler), cancellation));
        return rotation == QuarterRotation.NONE
                ? faces
                : detectUpright(rotation.rotate(sampler), cancellation).stream()
                        .map(face -> rotation.rotateBack(face, photo.getWidth(), photo.getHeight()))
                        .toList();
    }

    private List<Face> detectCoarsely(PhotoSampler photo, Cancellation cancellation) {
        return FaceFusion.fuse(crossCheck(photo, SearchScales.ORIENTATION, cancellation), List.of());
    }

    /** Detects the faces of a photo that is upright but for a tilt. */
    private List<Face> detectUpright(PhotoSampler photo, Cancellation cancellation) {
        List<CrossCheckedFace> candidates = new ArrayList<>(crossCheck(photo, scales, cancellation));
        double tilt = OrientationEstimator.tilt(FaceFusion.fuse(candidates, List.of()));
        if (Math.abs(tilt) >= OrientationEstimator.MIN_TILT) {
            List<Candidate> more = finder.findRotated(photo, tilt, cancellation);
            candidates.addAll(verifier.verify(photo, more, cancellation));
        }
        return FaceFusion.fuse(candidates, profileFinder.find(photo, candidates, cancellation));
    }

    private List<CrossCheckedFace> crossCheck(PhotoSampler photo, SearchScales scales, Cancellation cancellation) {
        return verifier.verify(photo, finder.find(photo, scales, cancellation), cancellation);
    }
}
