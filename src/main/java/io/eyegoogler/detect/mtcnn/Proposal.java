package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.Point;

/**
 * A place that may be a face.
 *
 * @param score how sure the network is, 0..1
 * @param seen what the network looked at, px of the photo
 * @param refined where the network says the face is, px of the photo
 */
record Proposal(double score, Box seen, Box refined) {

    /** Coordinates of a box: left, top, right, bottom. */
    static final int BOX_VALUES = 4;

    /**
     * The proposal of a network that looked at {@code seen}.
     *
     * @param offsets from {@code at} on: left, top, right and bottom of the face from those of {@code seen}, in widths
     *     and heights of it
     */
    static Proposal of(double score, Box seen, float[] offsets, int at) {
        double left = seen.x() + offsets[at] * seen.width();
        double top = seen.y() + offsets[at + 1] * seen.height();
        double right = seen.x() + (1 + offsets[at + 2]) * seen.width();
        double bottom = seen.y() + (1 + offsets[at + 3]) * seen.height();
        return new Proposal(score, seen, new Box(left, top, right - left, bottom - top));
    }

    /** The square around the refined box's middle that the next network is to look at. */
    Box square() {
        double side = Math.max(refined.width(), refined.height());
        Point middle = refined.middle();
        return new Box(middle.x() - side / 2, middle.y() - side / 2, side, side);
    }
}
