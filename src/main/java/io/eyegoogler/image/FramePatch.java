package io.eyegoogler.image;

import java.awt.Rectangle;
import java.util.BitSet;

/**
 * The pixels that a frame of an animation changes.
 *
 * @param bounds  bounds of all changed pixels, px of the picture; at least one pixel
 * @param changed the changed pixels, those of {@code bounds} counted row by row
 */
public record FramePatch(Rectangle bounds, BitSet changed) {
    public FramePatch {
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("A patch has at least one pixel: " + bounds);
        }
    }
}
