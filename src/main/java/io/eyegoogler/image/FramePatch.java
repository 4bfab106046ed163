package io.eyegoogler.image;

import java.awt.Rectangle;
import java.util.BitSet;

/**
 * The pixels that a frame of an animation changes.
 *
 * @param bounds  bounds of all changed pixels, px of the picture; at least one pixel
 * @param changed the changed pixels, those of {@code bounds} counted row by row
 * @param opaque whether all changed pixels are opaque now, so that the patch can be blended over the previous frame
 */
public record FramePatch(Rectangle bounds, BitSet changed, boolean opaque) {
    public FramePatch {
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("A patch has at least one pixel: " + bounds);
        }
    }
}
