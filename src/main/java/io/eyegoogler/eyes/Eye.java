package io.eyegoogler.eyes;

import io.eyegoogler.Point;

/**
 * One googly eye, ready to be drawn.
 *
 * @param side which of the face's two it is
 * @param centre px of the photo
 * @param radius of the sclera, the white disc, px
 * @param roll how far the head is tilted, radians clockwise; lids and all that isn't round turn with it
 * @param pupil where the pupil is in the room it has, right and down in the photo: (0, 0) is the middle, and at a length
 *     of 1 the pupil touches the rim
 */
public record Eye(Side side, Point centre, double radius, double roll, Point pupil) {

    /** By the subject's own right and left: the right eye is on the viewer's left. */
    public enum Side {
        RIGHT,
        LEFT
    }

    /** This eye with its pupil elsewhere. */
    Eye withPupil(Point newPupil) {
        return new Eye(side, centre, radius, roll, newPupil);
    }

    /** This eye on a photo of another size. */
    public Eye scaled(double factor) {
        return new Eye(side, new Point(factor * centre.x(), factor * centre.y()), factor * radius, roll, pupil);
    }

    /** Where the pupil is if it can move {@code reach} radii from the centre, px of the photo. */
    Point pupilWithin(double reach) {
        return new Point(centre.x() + reach * radius * pupil.x(), centre.y() + reach * radius * pupil.y());
    }
}
