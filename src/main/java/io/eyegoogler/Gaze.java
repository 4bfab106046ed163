package io.eyegoogler;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** Where eyes look: as chance will have it, all one way, or at each other. */
public final class Gaze {

    /** Every eye its own way. */
    public static final Gaze RANDOM = new Gaze("random", null);

    /** Degrees are taken from minus to plus a full turn. */
    public static final int FULL_TURN = 360;

    private static final List<Gaze> NAMED = List.of(
            RANDOM,
            towards("left", 180),
            towards("right", 0),
            towards("up", 90),
            towards("down", 270),
            new Gaze("cross", Gaze::fromTo));

    /** What {@link #parse} takes, for a sentence. */
    public static final String CHOICES =
            String.join(", ", names()) + ", or degrees from -" + FULL_TURN + " to " + FULL_TURN;

    private final String name;
    /** From this eye and the other one to radians; null for chance. */
    private final ToDoubleBiFunction<Point, Point> direction;

    private Gaze(String name, ToDoubleBiFunction<Point, Point> direction) {
        this.name = name;
        this.direction = direction;
    }

    /** Those that have a name. */
    public static List<String> names() {
        return NAMED.stream().map(Gaze::toString).toList();
    }

    /** A gaze as users write it, see {@link #CHOICES}: 0 degrees = right, 90 = up. */
    public static Optional<Gaze> parse(String text) {
        return NAMED.stream().filter(gaze -> gaze.name.equals(text)).findFirst().or(() -> degrees(text));
    }

    private static Optional<Gaze> degrees(String text) {
        try {
            BigDecimal degrees = new BigDecimal(text);
            return degrees.abs().compareTo(BigDecimal.valueOf(FULL_TURN)) <= 0
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
    public double of(Point eye, Point other, double chance) {
        return direction == null ? chance : direction.applyAsDouble(eye, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
