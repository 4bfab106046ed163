package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.Keypoints;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.Mtcnn;
import io.eyegoogler.detect.mtcnn.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The second look: each candidate from near and with its eyes level, through both detectors.
 *
 * <p>BlazeFace looks at all of them in one run. O-Net then looks at MTCNN's own candidates, and at BlazeFace's twice:
 * first to find the face in its own way, then as at all others.
 */
final class CloseUps {

    /** From BlazeFace's box to the square that O-Net was trained on: side, and the way up; median of 112 faces. */
    private static final double SIDE = 1.2;
    private static final double RISE = 0.11;

    private final SecondPass secondPass;
    private final Mtcnn mtcnn;

    CloseUps(SecondPass secondPass, Mtcnn mtcnn) {
        this.secondPass = secondPass;
        this.mtcnn = mtcnn;
    }

    /** What both detectors say; candidates that BlazeFace sees nothing in are left out. */
    List<Suspect> look(PhotoSampler photo, Candidates.Found found) {
        List<Face> candidates = Stream.concat(found.sightings().stream().map(CloseUps::face), found.others().stream())
                .toList();
        List<Optional<Face>> seen = secondPass.look(photo, candidates);
        List<Face> closeUps = new ArrayList<>();
        List<Sighting> sightings = new ArrayList<>();
        int own = found.sightings().size();
        for (int i = 0; i < own; i++) {
            if (seen.get(i).isPresent()) {
                closeUps.add(seen.get(i).get());
                sightings.add(found.sightings().get(i));
            }
        }
        List<Face> others = seen.subList(own, seen.size()).stream().flatMap(Optional::stream).toList();
        closeUps.addAll(others);
        sightings.addAll(mtcnn.look(photo, others.stream().map(CloseUps::view).toList()));
        List<Sighting> again = mtcnn.look(photo, sightings.stream().map(CloseUps::view).toList());
        return IntStream.range(0, closeUps.size())
                .mapToObj(i -> new Suspect(sightings.get(i), again.get(i), closeUps.get(i)))
                .toList();
    }

    /** As much of a sighting as the second pass needs: its ears are of no account. */
    private static Face face(Sighting sighting) {
        Point mouth = Suspect.middle(sighting.mouthRight(), sighting.mouthLeft());
        Keypoints keypoints = new Keypoints(
                sighting.rightEye(), sighting.leftEye(), sighting.noseTip(), mouth, mouth, mouth);
        return new Face(Math.min(1, sighting.score()), sighting.box(), keypoints);
    }

    /** What O-Net looks at to see a face as it was trained to, and level. */
    private static View view(Sighting sighting) {
        Box box = sighting.box();
        double side = Math.max(1, Math.max(box.width(), box.height()));
        return new View(box.middle(), side, turn(sighting.rightEye(), sighting.leftEye()));
    }

    private static View view(Face face) {
        double turn = turn(face.keypoints().rightEye(), face.keypoints().leftEye());
        double side = Math.max(1, Math.max(face.box().width(), face.box().height()));
        Point middle = face.box().middle();
        Point risen = new Point(
                middle.x() + RISE * side * Math.sin(turn), middle.y() - RISE * side * Math.cos(turn));
        return new View(risen, SIDE * side, turn);
    }

    private static double turn(Point rightEye, Point leftEye) {
        return Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x());
    }
}
