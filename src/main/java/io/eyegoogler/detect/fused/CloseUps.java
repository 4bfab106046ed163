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
import java.util.List;
import java.util.Optional;

/** The second look: each candidate from near and level, through O-Net and BlazeFace. */
final class CloseUps {

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
        List<Sighting> last = again(photo, second);
        cancellation.check();
        List<Optional<Face>> seen = secondPass.look(photo, second.stream().map(Sighting::face).toList());
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            suspects.add(new Suspect(candidates.get(i), second.get(i), last.get(i), seen.get(i)));
        }
        return suspects;
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
