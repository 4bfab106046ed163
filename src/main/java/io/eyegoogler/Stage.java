package io.eyegoogler;

/** A stage of the work on a photo, in the order of the stages. A stage that has nothing to do is left out. */
public enum Stage {
    /** From a file's bytes to upright pixels. */
    DECODE,
    /** From pixels to faces. */
    DETECT,
    /** Eyes onto pixels; of an animation the first frame. */
    DRAW,
    /** From pixels to a file's bytes; of an animation the other frames are drawn as they are written. */
    ENCODE
}
