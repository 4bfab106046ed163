package io.eyegoogler;

import io.eyegoogler.image.moving.FrameSequence;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Where the eyes to draw come from: detection, or the caller. */
interface EyeSource {

    /** The faces that were found, and the eyes to draw. */
    record Eyes(List<Face> faces, List<Eye> eyes) {}

    /** Each of the faces of a moving picture as it is first seen, and the eyes to draw on each frame. */
    record MovingEyes(List<Face> faces, List<List<Eye>> frames) {

        /** Returns the eyes of the first frame that has any. */
        List<Eye> first() {
            return frames.stream().filter(eyes -> !eyes.isEmpty()).findFirst().orElse(List.of());
        }
    }

    /** Returns the eyes of a still picture. */
    Eyes of(BufferedImage image, Cancellation cancellation, StageListener listener);

    /** Returns the eyes of a moving picture. */
    MovingEyes of(FrameSequence frames, Cancellation cancellation, StageListener listener);

    /** Returns a source of {@code eyes}, the same in all frames. */
    static EyeSource given(List<Eye> eyes) {
        List<Eye> given = List.copyOf(Objects.requireNonNull(eyes, "eyes"));
        return new EyeSource() {
            @Override
            public Eyes of(BufferedImage image, Cancellation cancellation, StageListener listener) {
                return new Eyes(List.of(), given);
            }

            @Override
            public MovingEyes of(FrameSequence frames, Cancellation cancellation, StageListener listener) {
                return new MovingEyes(
                        List.of(), Collections.nCopies(frames.delays().size(), given));
            }
        };
    }
}
