package io.eyegoogler.detect.fused;

import io.eyegoogler.Face;
import io.eyegoogler.detect.GreedyNms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fuses cross-checked candidates and profile faces into the final faces, one for each person. */
final class FaceFusion {

    /** Intersection over union above which two boxes are of the same face. */
    private static final double MAX_OVERLAP = 0.4;

    /** The same for a profile face, whose box is larger: it includes the back of the head. */
    private static final double MAX_PROFILE_OVERLAP = 0.2;

    private FaceFusion() {}

    /** Returns the confirmed faces, and those of {@code profiles} that aren't among them, best score first. */
    static List<Face> fuse(List<CrossCheckedFace> candidates, List<Face> profiles) {
        List<CrossCheckedFace> confirmed =
                candidates.stream().filter(CrossCheckedFace::isFace).toList();
        List<Face> faces = new ArrayList<>();
        GreedyNms.suppress(
                        confirmed,
                        CrossCheckedFace::score,
                        candidate -> candidate.mirrored().box(),
                        MAX_OVERLAP)
                .forEach(candidate -> faces.add(candidate.face()));
        for (Face profile : profiles) {
            if (faces.stream()
                    .noneMatch(face -> face.box().intersectionOverUnion(profile.box()) > MAX_PROFILE_OVERLAP)) {
                faces.add(profile);
            }
        }
        faces.sort(Comparator.comparingDouble(Face::score).reversed());
        return List.copyOf(faces);
    }
}
