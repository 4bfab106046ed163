package io.eyegoogler;

import java.util.Objects;
import java.util.Optional;

/**
 * One googly eye to be drawn. {@link EyeGoogler#faces(byte[], GooglyOptions)} returns the eyes that would be drawn on a
 * photo; {@link EyeGoogler#googly(byte[], java.util.List, GooglyOptions)} draws those that it is given:
 *
 * <pre>{@code
 * Eye eye = Eye.at(227.5, 252.4, 31).withStyle(EyeStyle.CAT);
 * googler.googly(photo, List.of(eye), GooglyOptions.DEFAULT);
 * }</pre>
 *
 * @param side which of the face's two eyes it is
 * @param center px of the upright photo; may lie beyond its border
 * @param radius of the sclera, the white disc, px
 * @param roll how far the head is tilted, radians clockwise; lids and all that isn't round turn with it
 * @param pupil where the pupil is, in the unit disc, right and down in the photo: at (0, 0) it is in the middle of the
 *     eye, and at a distance of 1 from that it touches the rim
 * @param style how it looks; empty for the style of the {@link GooglyOptions}
 */
public record Eye(Side side, Point center, double radius, double roll, Point pupil, Optional<EyeStyle> style) {

    /** Which of a face's eyes, by the subject's own right and left: the right eye is on the viewer's left. */
    public enum Side {
        /** The subject's right eye. */
        RIGHT,
        /** The subject's left eye. */
        LEFT
    }

    /** At the bottom, where gravity takes a pupil. */
    public static final Point PUPIL_AT_REST = new Point(0, 1);

    /** How far beyond the rim a pupil may be, since a point on the unit circle is rounded. */
    private static final double ROUNDING = 1e-9;

    /**
     * Checks the numbers.
     *
     * @param side which of the face's two eyes it is
     * @param center px of the upright photo
     * @param radius of the sclera, px
     * @param roll radians clockwise
     * @param pupil within the unit disc
     * @param style its own, if any
     * @throws IllegalArgumentException if a number isn't finite, {@code radius} is negative, or {@code pupil} is
     *     outside the unit disc
     * @throws NullPointerException if a component is null
     */
    public Eye {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(pupil, "pupil");
        Objects.requireNonNull(style, "style");
        require(Double.isFinite(center.x()) && Double.isFinite(center.y()), "center must be finite, not ", center);
        require(Double.isFinite(radius) && radius >= 0, "radius must be finite and at least 0, not ", radius);
        require(Double.isFinite(roll), "roll must be finite, not ", roll);
        require(isPupil(pupil), "pupil must be within the unit disc, not ", pupil);
    }

    /**
     * {@return whether {@code point} is within the unit disc, and so can be a {@link #pupil}}
     *
     * @param point right and down from the middle
     */
    public static boolean isPupil(Point point) {
        return Math.hypot(point.x(), point.y()) <= 1 + ROUNDING;
    }

    private static void require(boolean condition, String message, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(message + value);
        }
    }

    /**
     * {@return an upright right eye in the style of the options, whose pupil has come to rest}
     *
     * @param x of the center, px of the upright photo
     * @param y of the center, px of the upright photo
     * @param radius of the sclera, px
     */
    public static Eye at(double x, double y, double radius) {
        return new Eye(Side.RIGHT, new Point(x, y), radius, 0, PUPIL_AT_REST, Optional.empty());
    }

    /**
     * {@return this eye as {@code newSide}}
     *
     * @param newSide which of the two eyes it is
     */
    public Eye withSide(Side newSide) {
        return new Eye(newSide, center, radius, roll, pupil, style);
    }

    /**
     * {@return this eye around {@code newCenter}}
     *
     * @param newCenter px of the upright photo
     */
    public Eye withCenter(Point newCenter) {
        return new Eye(side, newCenter, radius, roll, pupil, style);
    }

    /**
     * {@return this eye with {@code newRadius}}
     *
     * @param newRadius of the sclera, px
     */
    public Eye withRadius(double newRadius) {
        return new Eye(side, center, newRadius, roll, pupil, style);
    }

    /**
     * {@return this eye with {@code newRoll}}
     *
     * @param newRoll radians clockwise
     */
    public Eye withRoll(double newRoll) {
        return new Eye(side, center, radius, newRoll, pupil, style);
    }

    /**
     * {@return this eye with its pupil at {@code newPupil}}
     *
     * @param newPupil within the unit disc
     */
    public Eye withPupil(Point newPupil) {
        return new Eye(side, center, radius, roll, newPupil, style);
    }

    /**
     * {@return this eye in {@code newStyle}, whatever the style of the options}
     *
     * @param newStyle how the eyes look
     */
    public Eye withStyle(EyeStyle newStyle) {
        return new Eye(side, center, radius, roll, pupil, Optional.of(newStyle));
    }

    /**
     * {@return this eye as it is on the photo scaled by {@code factor}}
     *
     * @param factor from this photo's px to the other's
     */
    public Eye scaled(double factor) {
        return new Eye(side, new Point(factor * center.x(), factor * center.y()), factor * radius, roll, pupil, style);
    }
}
