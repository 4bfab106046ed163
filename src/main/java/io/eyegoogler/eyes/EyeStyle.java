package io.eyegoogler.eyes;

import io.eyegoogler.detect.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How an eye looks. */
public enum EyeStyle {
    /** White, with a black rim, and a large black pupil that lies on it. */
    CLASSIC(EyeStyle::classic);

    /** Lengths of the classic eye, as shares of the sclera's radius. */
    private static final double RIM_WIDTH = 0.089;
    private static final double PUPIL_RADIUS = 0.556;
    /** The pupil's centre from the eye's, so that it touches the sclera's edge. */
    private static final double PUPIL_DISTANCE = 0.444;
    private static final double HIGHLIGHT_RADIUS = 0.089;
    /** From the pupil's centre; up and right wherever the eye looks, because light doesn't turn with it. */
    private static final double HIGHLIGHT_X = 0.256;
    private static final double HIGHLIGHT_Y = -0.133;

    private final BiConsumer<Eye, Graphics2D> drawing;

    EyeStyle(BiConsumer<Eye, Graphics2D> drawing) {
        this.drawing = drawing;
    }

    /** Its name as users write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The style with this {@link #id}. */
    public static Optional<EyeStyle> of(String id) {
        return Arrays.stream(values()).filter(style -> style.id().equals(id)).findFirst();
    }

    /** All styles' names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(EyeStyle::id).toList();
    }

    /** All styles' names for a sentence. */
    public static String choices() {
        return String.join(", ", ids());
    }

    void draw(Eye eye, Graphics2D graphics) {
        drawing.accept(eye, graphics);
    }

    private static void classic(Eye eye, Graphics2D graphics) {
        Point pupil = eye.pupilWithin(PUPIL_DISTANCE);
        Point highlight =
                new Point(pupil.x() + HIGHLIGHT_X * eye.radius(), pupil.y() + HIGHLIGHT_Y * eye.radius());
        disc(graphics, Color.BLACK, eye.centre(), eye.radius() * (1 + RIM_WIDTH / 2));
        disc(graphics, Color.WHITE, eye.centre(), eye.radius() * (1 - RIM_WIDTH / 2));
        disc(graphics, Color.BLACK, pupil, eye.radius() * PUPIL_RADIUS);
        disc(graphics, Color.WHITE, highlight, eye.radius() * HIGHLIGHT_RADIUS);
    }

    private static void disc(Graphics2D graphics, Color colour, Point centre, double radius) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
    }
}
