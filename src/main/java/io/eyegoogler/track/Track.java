package io.eyegoogler.track;

import io.eyegoogler.Face;

/** One face from frame to frame. */
final class Track {

    /** Maximum number of frames for which a face that isn't found is shown where it should be. */
    private static final int MAX_COASTING = 2;
    /** Seconds for which a face that isn't found is remembered, in case it comes out from behind something. */
    private static final double MAX_MEMORY = 1.5;
    /** Difference in appearance, 0..1, up to which a place still looks like the face that was there. */
    private static final double MAX_CHANGE = 0.08;

    private final int id;
    private SmoothedFace smoothed;
    private Appearance appearance;
    /** When the face was last found, and the time of the last frame, s. */
    private double found;

    private double now;
    /** Frames since the face was last found. */
    private int missed;

    private boolean visible = true;

    Track(int id, Face face, Appearance appearance, double seconds) {
        this.id = id;
        this.smoothed = new SmoothedFace(face);
        this.appearance = appearance;
        this.found = seconds;
        this.now = seconds;
    }

    int id() {
        return id;
    }

    Appearance appearance() {
        return appearance;
    }

    /** Returns whether the face is to be shown in the last frame. */
    boolean isVisible() {
        return visible;
    }

    /** Returns whether the face was lost so long ago that it is forgotten. */
    boolean isForgotten() {
        return now - found > MAX_MEMORY;
    }

    /** Returns seconds since the face was last found. */
    double hidden(double seconds) {
        return seconds - found;
    }

    /** Returns the face as it may be at {@code seconds}. */
    Face predicted(double seconds) {
        return smoothed.predicted(seconds - now);
    }

    /**
     * Takes into account that the face was found.
     *
     * @param alone whether no other face overlaps it, so that {@code look} is its own
     * @param seconds the time of the frame
     */
    void update(Face face, Appearance look, boolean alone, double seconds) {
        if (visible) {
            smoothed.update(face, seconds - now);
        } else {
            smoothed = new SmoothedFace(face);
        }
        if (alone) {
            appearance = appearance.updated(look);
        }
        found = seconds;
        now = seconds;
        missed = 0;
        visible = true;
    }

    /**
     * Takes into account that the face wasn't found.
     *
     * @param look what is where the face should be
     * @param seconds the time of the frame
     */
    void markMissed(Appearance look, double seconds) {
        smoothed.coast(seconds - now);
        now = seconds;
        missed++;
        visible = visible && missed <= MAX_COASTING && appearance.distanceTo(look) <= MAX_CHANGE;
    }

    TrackedFace face() {
        return new TrackedFace(id, smoothed.face());
    }
}
