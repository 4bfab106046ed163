package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.limits.Cancellation;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces with networks that were made and trained apart: where RFB or BlazeFace comes upon something, O-Net and
 * BlazeFace must confirm it from near.
 *
 * <p>{@link Candidates first look} → {@link CloseUps second look} → {@link Fusion what is a face}; and all of that once
 * more for a photo that turns out to be tilted, to lie on its side or to stand on its head.
 */
final class FusedDetector implements FaceDetector {

    private final Networks networks;
    private final Candidates candidates;
    private final CloseUps closeUps;
    private final Profiles profiles;
    private final Effort effort;

    FusedDetector(Networks networks, Effort effort) {
        this.networks = networks;
        this.effort = effort;
        this.candidates = new Candidates(networks);
        this.closeUps = new CloseUps(networks);
        this.profiles = new Profiles(networks);
    }

    @Override
    public List<Face> detect(BufferedImage photo, Cancellation cancellation) {
        cancellation.check();
        PhotoSampler sampler = PhotoSampler.ofMany(photo, networks.workers());
        List<Face> faces = look(sampler, cancellation);
        if (Upright.isClear(faces)) {
            return faces;
        }
        QuarterTurns turns = Upright.turns(faces, quarters -> glance(quarters.turn(sampler), cancellation));
        return turns == QuarterTurns.NONE
                ? faces
                : look(turns.turn(sampler), cancellation).stream()
                        .map(face -> turns.turnBack(face, photo.getWidth(), photo.getHeight()))
                        .toList();
    }

    private List<Face> glance(PhotoSampler photo, Cancellation cancellation) {
        return Fusion.faces(suspects(photo, Effort.GLANCE, cancellation), List.of());
    }

    private List<Suspect> suspects(PhotoSampler photo, Effort closely, Cancellation cancellation) {
        return closeUps.look(photo, candidates.find(photo, closely, cancellation), cancellation);
    }

    private List<Face> look(PhotoSampler photo, Cancellation cancellation) {
        List<Suspect> suspects = new ArrayList<>(suspects(photo, effort, cancellation));
        double tilt = Upright.tilt(Fusion.faces(suspects, List.of()));
        if (Math.abs(tilt) >= Upright.MIN_TILT) {
            List<Candidate> more = candidates.turned(photo, tilt, cancellation);
            suspects.addAll(closeUps.look(photo, more, cancellation));
        }
        return Fusion.faces(suspects, profiles.find(photo, suspects, cancellation));
    }
}
