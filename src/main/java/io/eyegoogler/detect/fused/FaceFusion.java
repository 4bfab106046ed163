package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes faces of what both detectors say: drops what they don't agree on, and all but the best of the same face. */
final class FaceFusion {

    /** Faces whose boxes overlap more are one and the same, intersection over union. */
    private static final double SAME_FACE = 0.4;

    /** Likewise for a profile, whose box is larger: it holds the back of the head too. */
    private static final double SAME_PROFILE = 0.2;

    private FaceFusion() {}

    /** The faces among {@code suspects}, and those of {@code profiles} that aren't among them; best score first. */
    static List<Face> faces(List<CrossCheckedFace> suspects, List<Face> profiles) {
        List<CrossCheckedFace> kept = new ArrayList<>();
        suspects.stream()
                .filter(CrossCheckedFace::isFace)
                .sorted(Comparator.comparingDouble(CrossCheckedFace::score).reversed())
                .filter(suspect -> kept.stream().noneMatch(better -> same(better, suspect)))
                .forEachOrdered(kept::add);
        List<Face> faces =
                new ArrayList<>(kept.stream().map(CrossCheckedFace::face).toList());
        for (Face profile : profiles) {
            if (faces.stream().noneMatch(face -> face.box().intersectionOverUnion(profile.box()) > SAME_PROFILE)) {
                faces.add(profile);
            }
        }
        faces.sort(Comparator.comparingDouble(Face::score).reversed());
        return List.copyOf(faces);
    }

    private static boolean same(CrossCheckedFace one, CrossCheckedFace other) {
        return one.last().box().intersectionOverUnion(other.last().box()) > SAME_FACE;
    }
}
