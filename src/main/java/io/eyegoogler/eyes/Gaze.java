package io.eyegoogler.eyes;

import io.eyegoogler.detect.Point;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** Where eyes look: as chance will have it, all one way, or at each other. */
public final class Gaze {

    /** Every eye its own way. */
    public static final Gaze RANDOM = new Gaze("random", null);

    /** What {@link #parse} takes, for a sentence. */
    public static final String CHOICES = "random, left, right, up, down, cross, or degrees from -360 to 360";

    private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);
    private static final Map<String, Gaze> NAMED = Map.of(
            "random", RANDOM,
            "right", towards("right", 0),
            "up", towards("up", 90),
            "left", towards("left", 180),
            "down", towards("down", 270),
            "cross", new Gaze("cross", Gaze::fromTo));

    private final String name;
    /** From this eye and the other one to radians; null for chance. */
    private final ToDoubleBiFunction<Point, Point> direction;

    private Gaze(String name, ToDoubleBiFunction<Point, Point> direction) {
        this.name = name;
        this.direction = direction;
    }

    /** A gaze as users write it, see {@link #CHOICES}: 0 degrees = right, 90 = up. */
    public static Optional<Gaze> parse(String text) {
        Gaze named = NAMED.get(text);
        if (named != null) {
            return Optional.of(named);
        }
        try {
            BigDecimal degrees = new BigDecimal(text);
            return degrees.abs().compareTo(FULL_TURN) <= 0
                    ? Optional.of(towards(text, degrees.doubleValue()))
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Gaze towards(String name, double degrees) {
        double radians = Math.toRadians(degrees);
        return new Gaze(name, (eye, other) -> radians);
    }

    private static double fromTo(Point eye, Point other) {
        return Math.atan2(eye.y() - other.y(), other.x() - eye.x());
    }

    /**
     * Where the eye at {@code eye} looks, radians: 0 = right, π/2 = up.
     *
     * @param other the face's other eye
     * @param chance radians for an eye that is free to look anywhere
     */
    double of(Point eye, Point other, double chance) {
        return direction == null ? chance : direction.applyAsDouble(eye, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
