package io.eyegoogler.evaluate;

import io.eyegoogler.Face;
import java.util.List;

/**
 * How a detector did on one photo.
 *
 * @param faces those that were to be found
 * @param falseAlarms detections on no face, or on one that has its detection already
 * @param uncounted detections on ignored faces, or on perhaps unmarked ones of a photo marked in part
 */
public record PhotoScore(List<FaceScore> faces, List<Face> falseAlarms, List<Face> uncounted) {

    public PhotoScore {
        faces = List.copyOf(faces);
        falseAlarms = List.copyOf(falseAlarms);
        uncounted = List.copyOf(uncounted);
    }
}
