package io.eyegoogler.image;

import java.awt.Rectangle;
import java.util.BitSet;

/**
 * What a frame of an animation changes.
 *
 * @param bounds  of all that changes, px of the picture; at least one pixel
 * @param changed the pixels that do, those of {@code bounds} counted row by row; the others stay as they are
 */
public record FramePatch(Rectangle bounds, BitSet changed) {
    public FramePatch {
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("A patch has at least one pixel, not " + bounds);
        }
    }
}
