package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.Mtcnn;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The second look: each candidate from near and level, through both detectors.
 *
 * <p>All candidates of a photo share a run. Those that BlazeFace alone came upon need a run of their own first, so that
 * O-Net finds the face in its own way.
 */
final class CloseUps {

    /** From BlazeFace's box to the square that O-Net was trained on: side, and the way up; medians of 112 faces. */
    private static final double SIDE = 1.2;
    private static final double RISE = 0.11;

    private final SecondPass secondPass;
    private final Mtcnn mtcnn;

    CloseUps(SecondPass secondPass, Mtcnn mtcnn) {
        this.secondPass = secondPass;
        this.mtcnn = mtcnn;
    }

    /** What both detectors say about {@code candidates}; where BlazeFace sees nothing again, they are left out. */
    List<Suspect> look(PhotoSampler photo, List<Candidate> candidates) {
        List<Candidate> sighted = new ArrayList<>();
        candidates.stream().filter(candidate -> candidate.sighting().isPresent()).forEach(sighted::add);
        sighted.addAll(sight(
                photo, candidates.stream().filter(candidate -> candidate.sighting().isEmpty()).toList()));
        List<Sighting> first = sighted.stream().map(candidate -> candidate.sighting().get()).toList();
        List<Sighting> second = again(photo, first);
        List<Sighting> last = again(photo, second);
        List<Optional<Face>> seen = secondPass.look(photo, second.stream().map(Sighting::face).toList());
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < sighted.size(); i++) {
            if (seen.get(i).isPresent()) {
                suspects.add(new Suspect(
                        first.get(i), second.get(i), last.get(i), seen.get(i).get(), sighted.get(i).both()));
            }
        }
        return suspects;
    }

    private List<Sighting> again(PhotoSampler photo, List<Sighting> sightings) {
        return mtcnn.look(photo, sightings.stream().map(CloseUps::view).toList());
    }

    /** What O-Net makes of candidates that only BlazeFace came upon, if that sees them again from near. */
    private List<Candidate> sight(PhotoSampler photo, List<Candidate> candidates) {
        List<Face> faces = secondPass.look(photo, candidates.stream().map(Candidate::face).toList()).stream()
                .flatMap(Optional::stream)
                .toList();
        return mtcnn.look(photo, faces.stream().map(CloseUps::view).toList()).stream()
                .map(sighting -> new Candidate(Optional.of(sighting), sighting.face(), false))
                .toList();
    }

    /** What O-Net looks at to see a face as it was trained to, and level. */
    private static View view(Sighting sighting) {
        Box box = sighting.box();
        double side = Math.max(1, Math.max(box.width(), box.height()));
        return new View(box.middle(), side, sighting.face().keypoints().roll());
    }

    private static View view(Face face) {
        double turn = face.keypoints().roll();
        double side = Math.max(1, Math.max(face.box().width(), face.box().height()));
        Point middle = face.box().middle();
        Point risen = new Point(
                middle.x() + RISE * side * Math.sin(turn), middle.y() - RISE * side * Math.cos(turn));
        return new View(risen, SIDE * side, turn);
    }
}
