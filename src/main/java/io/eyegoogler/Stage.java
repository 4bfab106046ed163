package io.eyegoogler;

/** The steps that every photo goes through, in this order. */
public enum Stage {
    DECODE,
    DETECT,
    DRAW,
    ENCODE
}
