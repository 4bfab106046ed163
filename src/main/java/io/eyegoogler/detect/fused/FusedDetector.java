package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces with networks that were made and trained apart: where RFB or BlazeFace comes upon something, O-Net and
 * BlazeFace must confirm it from near.
 *
 * <p>{@link CandidateFinder first look} → {@link CandidateVerifier second look} → {@link FaceFusion what is a face}; and all of that once
 * more for a photo that turns out to be tilted, to lie on its side or to stand on its head.
 */
final class FusedDetector implements FaceDetector {

    private final LoadedNetworks networks;
    private final CandidateFinder candidates;
    private final CandidateVerifier closeUps;
    private final ProfileFaceFinder profiles;
    private final SearchEffort effort;

    FusedDetector(LoadedNetworks networks, SearchEffort effort) {
        this.networks = networks;
        this.effort = effort;
        this.candidates = new CandidateFinder(networks);
        this.closeUps = new CandidateVerifier(networks);
        this.profiles = new ProfileFaceFinder(networks);
    }

    @Override
    public List<Face> detect(BufferedImage photo, Cancellation cancellation) {
        cancellation.check();
        PhotoSampler sampler = PhotoSampler.ofMany(photo, networks.workers());
        List<Face> faces = look(sampler, cancellation);
        if (OrientationEstimator.isClear(faces)) {
            return faces;
        }
        RotatedPhoto turns =
                OrientationEstimator.turns(faces, quarters -> glance(quarters.turn(sampler), cancellation));
        return turns == RotatedPhoto.NONE
                ? faces
                : look(turns.turn(sampler), cancellation).stream()
                        .map(face -> turns.turnBack(face, photo.getWidth(), photo.getHeight()))
                        .toList();
    }

    private List<Face> glance(PhotoSampler photo, Cancellation cancellation) {
        return FaceFusion.faces(suspects(photo, SearchEffort.GLANCE, cancellation), List.of());
    }

    private List<CrossCheckedFace> suspects(PhotoSampler photo, SearchEffort closely, Cancellation cancellation) {
        return closeUps.look(photo, candidates.find(photo, closely, cancellation), cancellation);
    }

    private List<Face> look(PhotoSampler photo, Cancellation cancellation) {
        List<CrossCheckedFace> suspects = new ArrayList<>(suspects(photo, effort, cancellation));
        double tilt = OrientationEstimator.tilt(FaceFusion.faces(suspects, List.of()));
        if (Math.abs(tilt) >= OrientationEstimator.MIN_TILT) {
            List<Candidate> more = candidates.turned(photo, tilt, cancellation);
            suspects.addAll(closeUps.look(photo, more, cancellation));
        }
        return FaceFusion.faces(suspects, profiles.find(photo, suspects, cancellation));
    }
}
