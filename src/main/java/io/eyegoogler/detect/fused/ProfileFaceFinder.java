package io.eyegoogler.detect.fused;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import io.eyegoogler.Keypoints;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A look for heads seen from the side, where RFB is sure and O-Net, which knows no face without two eyes, isn't.
 *
 * <p>BlazeFace's full range puts both eyes of such a head where the seen one is. Its word is taken only where it does,
 * since of other faces O-Net's is better.
 */
final class ProfileFaceFinder {

    /** RFB's score, 0..1; of five versions of a profile it was 0.82 to 0.99. */
    private static final double MIN_RFB = 0.75;
    /** Full range's score, 0..1; 0.48 to 0.74 in those. */
    private static final double MIN_SCORE = 0.5;
    /** Distance of the eyes over that from them to the mouth: 0.14 to 0.26 in those, from 0.67 on in what is no face. */
    private static final double MAX_EYE_DISTANCE = 0.4;
    /** Side of what full range looks at, in sides of RFB's square: it wants to see the head with what is around it. */
    private static final double MARGIN = 3;
    /** Of RFB's square, in longer sides of the photo: of smaller heads nobody sees which way they look. */
    private static final double MIN_SIDE = 0.05;
    /** How far full range's face may lie from the middle, in sides of RFB's square. */
    private static final double MAX_OFFSET = 0.5;
    /** At most so many places are looked at, the surest. */
    private static final int MAX_PLACES = 16;

    private final LoadedNetworks networks;

    ProfileFaceFinder(LoadedNetworks networks) {
        this.networks = networks;
    }

    /** The heads seen from the side among those of {@code suspects} that aren't faces otherwise. */
    List<Face> find(PhotoSampler photo, List<CrossCheckedFace> suspects, Cancellation cancellation) {
        double minSide = MIN_SIDE * Math.max(photo.width(), photo.height());
        List<SquareCrop> places = suspects.stream()
                .filter(suspect -> !suspect.isFace() && suspect.candidate().rfb() >= MIN_RFB)
                .filter(suspect -> suspect.candidate().view().side() >= minSide)
                .sorted(Comparator.comparingDouble((CrossCheckedFace suspect) ->
                                suspect.candidate().rfb())
                        .reversed())
                .limit(MAX_PLACES)
                .map(suspect -> suspect.candidate().view())
                .toList();
        return networks.workers().inParts(places, 1, part -> look(photo, part, cancellation));
    }

    private List<Face> look(PhotoSampler photo, List<SquareCrop> places, Cancellation cancellation) {
        cancellation.check();
        List<SquareCrop> views = places.stream()
                .map(place -> new SquareCrop(place.centre(), MARGIN * place.side(), place.turn()))
                .toList();
        List<List<Face>> seen = networks.fullRange().detect(photo, views, MIN_SCORE);
        List<Face> profiles = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            SquareCrop place = places.get(i);
            Optional<Face> inTheMiddle = seen.get(i).stream()
                    .filter(face -> face.box().middle().distanceTo(place.centre()) <= MAX_OFFSET * place.side())
                    .findFirst();
            inTheMiddle.filter(face -> isProfile(face.keypoints())).ifPresent(profiles::add);
        }
        return profiles;
    }

    private static boolean isProfile(Keypoints face) {
        double eyeDistance = face.rightEye().distanceTo(face.leftEye());
        return eyeDistance <= MAX_EYE_DISTANCE * face.eyeMiddle().distanceTo(face.mouthCenter());
    }
}
