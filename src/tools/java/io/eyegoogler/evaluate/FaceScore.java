package io.eyegoogler.evaluate;

import io.eyegoogler.Face;
import java.util.Optional;
import java.util.OptionalDouble;

/** A face that was to be found, and the detection that lies on it, if one does. */
public record FaceScore(AnnotatedFace face, Optional<Face> detection) {

    public boolean isFound() {
        return detection.isPresent();
    }

    /** The mean of both eye errors, in eye distances; none where the face isn't found or not both eyes are given. */
    public OptionalDouble eyeError() {
        if (detection.isEmpty() || face.eyePair().isEmpty()) {
            return OptionalDouble.empty();
        }
        EyePair eyes = face.eyePair().get();
        double pixels = eyes.meanErrorTo(EyePair.of(detection.get().keypoints()));
        return OptionalDouble.of(pixels / eyes.distance());
    }

    /** Found, with both eyes given and well placed. */
    public boolean isRight() {
        return eyeError().isPresent() && ScoringRule.isRight(eyeError().getAsDouble());
    }

    /** Found, with both eyes given and not well placed. */
    public boolean isWrong() {
        return eyeError().isPresent() && !isRight();
    }
}
