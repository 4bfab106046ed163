package io.eyegoogler;

import io.eyegoogler.eyes.EyeDrawing;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.image.PixelLayout;
import io.eyegoogler.track.MultiFaceTracker;
import io.eyegoogler.track.RollingPupils;
import io.eyegoogler.track.TrackedFace;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Tracks the faces of a moving picture, and gives them eyes that ride on the heads, with pupils that roll as the heads
 * move. One tracker is for one moving picture, whose frames it is shown one by one, in order:
 *
 * <pre>{@code
 * FaceTracker tracker = googler.tracker(GooglyOptions.DEFAULT.withSeed(1));
 * for (int i = 0; i < frames.size(); i++) {
 *     tracker.paint(frames.get(i), Duration.ofMillis(40 * i));
 * }
 * }</pre>
 *
 * <p>Every twelfth frame is searched in full, and each at which the picture cuts to another scene; in the others, faces
 * are found near where they were, which takes a few milliseconds. With the gaze {@link Gaze#RANDOM}, pupils feel gravity
 * and the head's movement; any other gaze holds them. Instances are not safe for use by several threads; different
 * trackers of one {@link EyeGoogler} may be used at once.
 *
 * <p>Every method throws {@link NullPointerException} for an argument that is null, {@link IllegalStateException} once the
 * {@link EyeGoogler} is closed, and {@link WorkCancelledException} with {@link Cancellation.Reason#INTERRUPTED} if its
 * thread is interrupted while it waits. After a {@code WorkCancelledException}, the next frame may follow all the same.
 */
public final class FaceTracker {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Runs a call while the {@link EyeGoogler} stays open. */
    interface Guard {
        <T> T whileOpen(Supplier<T> call);
    }

    private final Guard guard;
    private final MultiFaceTracker tracker;
    private final RollingPupils pupils;
    private final EyeDrawing drawing;

    FaceTracker(Guard guard, MultiFaceTracker tracker, RollingPupils pupils, EyeDrawing drawing) {
        this.guard = guard;
        this.tracker = tracker;
        this.pupils = pupils;
        this.drawing = drawing;
    }

    /**
     * {@return the eyes to draw on the next frame}
     *
     * @param frame of any type; it stays as it is
     * @param time when the frame is shown, counted from any moment; later than that of the frame before
     */
    public List<Eye> next(BufferedImage frame, Duration time) {
        return next(frame, time, Cancellation.NEVER);
    }

    /**
     * {@return the eyes to draw on the next frame}
     *
     * @param frame of any type; it stays as it is
     * @param time when the frame is shown, counted from any moment; later than that of the frame before
     * @param cancellation checked every few milliseconds
     * @throws WorkCancelledException if {@code cancellation} says so
     */
    public List<Eye> next(BufferedImage frame, Duration time, Cancellation cancellation) {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(cancellation, "cancellation");
        double seconds = time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
        return guard.whileOpen(() -> {
            List<TrackedFace> faces = tracker.next(PixelLayout.canonical(frame), seconds, cancellation);
            pupils.retain(tracker.ids());
            return pupils.next(faces, seconds);
        });
    }

    /**
     * Draws eyes on the next frame.
     *
     * @param frame of any type; the eyes are drawn on it
     * @param time when the frame is shown, counted from any moment; later than that of the frame before
     * @return the eyes drawn
     */
    public List<Eye> paint(BufferedImage frame, Duration time) {
        return paint(frame, time, Cancellation.NEVER);
    }

    /**
     * Draws eyes on the next frame.
     *
     * @param frame of any type; the eyes are drawn on it
     * @param time when the frame is shown, counted from any moment; later than that of the frame before
     * @param cancellation checked every few milliseconds
     * @return the eyes drawn
     * @throws WorkCancelledException if {@code cancellation} says so
     */
    public List<Eye> paint(BufferedImage frame, Duration time, Cancellation cancellation) {
        List<Eye> eyes = next(frame, time, cancellation);
        EyePainter.paint(eyes, drawing, frame, cancellation);
        return eyes;
    }
}
