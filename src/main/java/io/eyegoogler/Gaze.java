package io.eyegoogler;

/**
 * Where eyes look.
 *
 * <pre>{@code
 * GooglyOptions.DEFAULT.withGaze(Gaze.CROSS);
 * GooglyOptions.DEFAULT.withGaze(Gaze.degrees(30));
 * GooglyOptions.DEFAULT.withGaze(Gaze.at(640, 0));
 * }</pre>
 */
public sealed interface Gaze {

    /** Each eye looks its own way, decided by the seed. */
    Gaze RANDOM = Rule.RANDOM;

    /** All eyes look to the left of the photo. */
    Gaze LEFT = degrees(180);

    /** All eyes look to the right of the photo. */
    Gaze RIGHT = degrees(0);

    /** All eyes look up. */
    Gaze UP = degrees(90);

    /** All eyes look down. */
    Gaze DOWN = degrees(270);

    /** The two eyes of each face look at each other. */
    Gaze CROSS = Rule.CROSS;

    /** The eyes of each face look at the nearest other face; of a single face they look at the camera. */
    Gaze MEET = Rule.MEET;

    /** The largest angle of a {@link Direction}, either way: one full turn. */
    int MAX_DEGREES = 360;

    /** The largest coordinate of a {@link Target}, either way, px. */
    int MAX_COORDINATE = 10_000_000;

    /**
     * {@return the gaze of all eyes in one direction of the photo, whatever the head's roll}
     *
     * @param degrees 0 = right, 90 = up, from -{@value #MAX_DEGREES} to {@value #MAX_DEGREES}
     * @throws IllegalArgumentException if {@code degrees} is out of range
     */
    static Gaze degrees(double degrees) {
        return new Direction(degrees);
    }

    /**
     * {@return the gaze of all eyes at one point}
     *
     * @param x px of the upright photo, to the right; may lie beyond its border, likewise {@code y}
     * @param y px of the upright photo, down
     * @throws IllegalArgumentException if a coordinate is beyond {@value #MAX_COORDINATE}
     */
    static Gaze at(double x, double y) {
        return new Target(new Point(x, y));
    }

    /** A gaze that depends on the other eyes or on chance. */
    enum Rule implements Gaze {
        /** See {@link Gaze#RANDOM}. */
        RANDOM,
        /** See {@link Gaze#CROSS}. */
        CROSS,
        /** See {@link Gaze#MEET}. */
        MEET
    }

    /**
     * A gaze of all eyes in one direction.
     *
     * @param degrees 0 = right, 90 = up
     */
    record Direction(double degrees) implements Gaze {

        /**
         * Checks the range.
         *
         * @param degrees from -{@value Gaze#MAX_DEGREES} to {@value Gaze#MAX_DEGREES}
         * @throws IllegalArgumentException if {@code degrees} is out of range
         */
        public Direction {
            if (!(Math.abs(degrees) <= MAX_DEGREES)) {
                throw new IllegalArgumentException(
                        "degrees must be from -" + MAX_DEGREES + " to " + MAX_DEGREES + ", not " + degrees);
            }
        }
    }

    /**
     * A gaze of all eyes at one point.
     *
     * @param point px of the upright photo
     */
    record Target(Point point) implements Gaze {

        /**
         * Checks the range.
         *
         * @param point px of the upright photo
         * @throws IllegalArgumentException if a coordinate is beyond {@value Gaze#MAX_COORDINATE}
         */
        public Target {
            if (!(Math.abs(point.x()) <= MAX_COORDINATE && Math.abs(point.y()) <= MAX_COORDINATE)) {
                throw new IllegalArgumentException("point must be within " + MAX_COORDINATE + " px, not " + point);
            }
        }
    }
}
