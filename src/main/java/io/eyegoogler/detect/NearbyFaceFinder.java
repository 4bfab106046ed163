package io.eyegoogler.detect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Face;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces in a frame of a moving picture near where they are expected, and new ones if they are easily seen, for a
 * fraction of what a {@link FaceDetector} costs. Implementations are thread-safe.
 */
public interface NearbyFaceFinder {

    /**
     * What was found in a frame, in px of it.
     *
     * @param expected for each face that was expected, the face found there, if any; the same face may be found twice
     *     where two were expected
     * @param others best score first; a face that moved far from where it was expected may be among them
     */
    record Result(List<Optional<Face>> expected, List<Face> others) {}

    /**
     * Finds the faces that are expected in {@code frame}, and others.
     *
     * @param frame upright, with interleaved 8-bit red, green and blue, and optionally alpha
     * @param expected faces of earlier frames, as they may be in this one
     * @param cancellation checked between model runs
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    Result find(BufferedImage frame, List<Face> expected, Cancellation cancellation);

    /**
     * Finds only the faces that are expected in {@code frame}, for half the cost of {@link #find}.
     *
     * @param frame as for {@link #find}, likewise the other parameters
     * @return for each face that was expected, the face found there, if any
     */
    List<Optional<Face>> findExpected(BufferedImage frame, List<Face> expected, Cancellation cancellation);
}
