package io.eyegoogler;

import java.util.Locale;

/** How much work goes into finding faces. More work finds smaller and harder faces, and takes more time. */
public enum DetectionMode {
    /** One run of one small model on the whole photo: large faces only. */
    FAST,
    /** Two kinds of model, each of which confirms the other: all faces that a viewer would expect to be found. */
    BALANCED,
    /** As balanced, and at a larger scale everywhere: smaller and half-hidden faces too, for several times the work. */
    THOROUGH;

    /** {@return the name as users write it, such as {@code balanced}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
