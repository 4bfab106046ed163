package io.eyegoogler;

import java.util.Locale;

/** How much work goes into finding faces. */
public enum DetectionMode {
    /** One look of one small model at the whole photo: large faces only. */
    FAST,
    /** Both kinds of model, each confirming the other: all faces that a viewer would expect to be found. */
    BALANCED,
    /** As balanced, and closer looks everywhere: smaller and half-hidden faces too, for several times the work. */
    THOROUGH;

    /** Its name as users write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
