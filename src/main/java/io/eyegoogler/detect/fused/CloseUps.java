package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second look: each candidate from near and level, through O-Net and BlazeFace. */
final class CloseUps {

    private final SecondPass secondPass;
    private final ONet oNet;
    private final Workers workers;

    CloseUps(SecondPass secondPass, ONet oNet, Workers workers) {
        this.secondPass = secondPass;
        this.oNet = oNet;
        this.workers = workers;
    }

    /** What both networks say about {@code candidates}; where BlazeFace sees nothing again, they are left out. */
    List<Suspect> look(PhotoSampler photo, List<Candidate> candidates) {
        List<Sighting> first = look2(photo, candidates.stream().map(Candidate::view).toList());
        List<Sighting> second = again(photo, first);
        List<Sighting> last = again(photo, second);
        List<Optional<Face>> seen = workers.inParts(
                second, part -> secondPass.look(photo, part.stream().map(Sighting::face).toList()));
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (seen.get(i).isPresent()) {
                suspects.add(new Suspect(
                        candidates.get(i), first.get(i), second.get(i), last.get(i), seen.get(i).get()));
            }
        }
        return suspects;
    }

    List<Sighting> look2(PhotoSampler photo, List<View> views) {
        return workers.inParts(views, part -> oNet.look(photo, part));
    }

    List<Sighting> again(PhotoSampler photo, List<Sighting> sightings) {
        return look2(photo, sightings.stream().map(CloseUps::view).toList());
    }

    /** What O-Net looks at to see a face as it was trained to, and level. */
    static View view(Sighting sighting) {
        Box box = sighting.box();
        double side = Math.max(1, Math.max(box.width(), box.height()));
        return new View(box.middle(), side, sighting.face().keypoints().roll());
    }
}
