package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.mtcnn.Sighting;
import io.eyegoogler.limits.Cancellation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The second look: each candidate from near and level, through O-Net and BlazeFace. */
final class CloseUps {

    /** O-Net's least score in its second look, 0..1: below, not even a sure third one would make it a face. */
    private static final double MIN_SECOND = 0.1;

    private final SecondPass secondPass;
    private final ONet oNet;
    private final Workers workers;

    CloseUps(Networks networks) {
        this.secondPass = new SecondPass(networks.shortRange());
        this.oNet = networks.oNet();
        this.workers = networks.workers();
    }

    /** What both networks say about {@code candidates}. */
    List<Suspect> look(PhotoSampler photo, List<Candidate> candidates, Cancellation cancellation) {
        return workers.inParts(candidates, part -> lookAt(photo, part, cancellation));
    }

    private List<Suspect> lookAt(PhotoSampler photo, List<Candidate> candidates, Cancellation cancellation) {
        cancellation.check();
        List<Sighting> first = oNet.look(photo, candidates.stream().map(Candidate::view).toList());
        cancellation.check();
        List<Sighting> second = again(photo, first);
        cancellation.check();
        List<Sighting> promising = second.stream().filter(CloseUps::isPromising).toList();
        List<Confirmation> both = workers.all(List.of(
                () -> new Confirmation(again(photo, promising), List.of()),
                () -> new Confirmation(
                        List.of(),
                        secondPass.look(photo, promising.stream().map(Sighting::face).toList()))));
        Iterator<Sighting> last = both.get(0).last().iterator();
        Iterator<Optional<Face>> seen = both.get(1).seen().iterator();
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Sighting face = second.get(i);
            suspects.add(isPromising(face)
                    ? new Suspect(candidates.get(i), face, last.next(), seen.next())
                    : new Suspect(candidates.get(i), face, face, Optional.empty()));
        }
        return suspects;
    }

    /** What one of the two networks says, which are asked at the same time. */
    private record Confirmation(List<Sighting> last, List<Optional<Face>> seen) {}

    private static boolean isPromising(Sighting second) {
        return second.score() >= MIN_SECOND;
    }

    private List<Sighting> again(PhotoSampler photo, List<Sighting> sightings) {
        return oNet.look(photo, sightings.stream().map(CloseUps::view).toList());
    }

    /** What O-Net looks at to see a face as it was trained to, and level. */
    private static View view(Sighting sighting) {
        Box box = sighting.box();
        double side = Math.max(1, Math.max(box.width(), box.height()));
        return new View(box.middle(), side, sighting.face().keypoints().roll());
    }
}
