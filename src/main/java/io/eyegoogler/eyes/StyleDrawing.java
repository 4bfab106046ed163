package io.eyegoogler.eyes;

import static io.eyegoogler.eyes.StyleShape.On.EYE;
import static io.eyegoogler.eyes.StyleShape.On.LIGHT;
import static io.eyegoogler.eyes.StyleShape.On.PUPIL;
import static io.eyegoogler.eyes.StyleShape.circle;
import static io.eyegoogler.eyes.StyleShape.disc;
import static io.eyegoogler.eyes.StyleShape.path;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is drawn for each {@link EyeStyle}. A new style is one more constant there and one more case here, which the
 * compiler asks for: how far the pupil's center moves from the eye's, and the shapes in the order in which they are
 * painted, all of them within {@value #EXTENT} radii of the eye's center.
 */
public final class StyleDrawing implements EyeDrawing {

    /** How far from the eye's center a style may draw, radii. */
    static final double EXTENT = 1.5;

    private static final Map<EyeStyle, StyleDrawing> DRAWINGS = new EnumMap<>(EyeStyle.class);

    static {
        Stream.of(EyeStyle.values()).forEach(style -> DRAWINGS.put(style, draw(style)));
    }

    /** What several shapes share. */
    private static final class Ink {
        static final String BLACK = "#000000";
        static final String WHITE = "#ffffff";
        /** Drawn last, it covers the edge of clipped shapes. */
        static final StyleShape RIM = disc(EYE, 1, BLACK).stroke(0.089);
        /** Up and right of the pupil's center. */
        static final StyleShape GLINT = circle(LIGHT, 0.256, -0.133, 0.089, WHITE);
        /** Drawn twice, filled and as an outline. */
        static final String TEAR = "M -0.5 0.64 C -0.62 0.92 -0.78 1 -0.78 1.16 C -0.78 1.4 -0.22 1.4 -0.22 1.16"
                + " C -0.22 1 -0.38 0.92 -0.5 0.64 Z";

        static final String EGG_WHITE = "M -1 -0.62 C -0.72 -1.12 -0.2 -0.94 0.16 -1.08 C 0.6 -1.24 1.2 -0.9 1.08 -0.4"
                + " C 1.02 -0.1 1.32 0.2 1.14 0.6 C 0.96 1 0.5 0.86 0.2 1.06 C -0.2 1.32 -0.66 1.1 -0.8 0.82"
                + " C -0.94 0.56 -1.3 0.46 -1.26 0.06 C -1.24 -0.26 -1.1 -0.4 -1 -0.62 Z";
    }

    private final double reach;
    private final List<StyleShape> parts;
    private final List<StyleShapePainter> painters;

    private StyleDrawing(double reach, StyleShape... parts) {
        this.reach = reach;
        this.parts = List.of(parts);
        this.painters = Stream.of(parts).map(StyleShapePainter::new).toList();
    }

    /** Returns the drawing of {@code style}. */
    public static StyleDrawing of(EyeStyle style) {
        return DRAWINGS.get(style);
    }

    @Override
    public double reach() {
        return reach;
    }

    /** Returns what is painted, in order. */
    public List<StyleShape> parts() {
        return parts;
    }

    @Override
    public boolean isMoving() {
        return true;
    }

    @Override
    public void paint(Eye eye, Canvas canvas, Cancellation cancellation) {
        Point pupil = EyePainter.pupil(eye, reach);
        for (StyleShapePainter painter : painters) {
            // Between shapes, since a caller's eye may be as large as the photo.
            cancellation.check();
            painter.paint(eye, pupil, canvas.graphics());
        }
    }

    private static StyleDrawing draw(EyeStyle style) {
        return switch (style) {
            case CLASSIC ->
                new StyleDrawing(
                        0.444,
                        disc(EYE, 1.0445, Ink.BLACK),
                        disc(EYE, 0.9555, Ink.WHITE),
                        disc(PUPIL, 0.556, Ink.BLACK),
                        Ink.GLINT);
            case TINY ->
                new StyleDrawing(
                        0.76,
                        disc(EYE, 1, Ink.WHITE),
                        Ink.RIM,
                        disc(PUPIL, 0.17, Ink.BLACK),
                        circle(LIGHT, 0.06, -0.06, 0.045, Ink.WHITE),
                        path(EYE, "M -0.62 1.22 Q 0 1.5 0.62 1.22", "#00000099").stroke(0.06));
            case CARTOON ->
                new StyleDrawing(
                        0.4,
                        disc(EYE, 1, Ink.WHITE),
                        path(
                                        PUPIL,
                                        "M 0 -0.68 C 0.56 -0.68 0.56 0.68 0 0.68 C -0.56 0.68 -0.56 -0.68 0 -0.68 Z",
                                        Ink.BLACK)
                                .keptInside(),
                        path(LIGHT, "M 0 0 L 0.4 -0.72 L 0.72 -0.2 Z", Ink.WHITE)
                                .keptInside(),
                        Ink.RIM.stroke(0.13));
            case SLEEPY ->
                new StyleDrawing(
                        0.4,
                        disc(EYE, 1, Ink.WHITE),
                        disc(PUPIL, 0.5, Ink.BLACK),
                        circle(LIGHT, 0.2, 0.1, 0.09, Ink.WHITE),
                        path(EYE, "M -1.1 -1.1 L 1.1 -1.1 L 1.1 -0.15 Q 0 0.15 -1.1 -0.15 Z", "#8d7bc4")
                                .keptInside(),
                        path(EYE, "M -0.85 -0.45 Q 0 -0.25 0.85 -0.45", "#6a589f")
                                .stroke(0.06),
                        path(EYE, "M -1 -0.14 Q 0 0.16 1 -0.14", Ink.BLACK).stroke(0.11),
                        Ink.RIM,
                        path(EYE, "M -0.75 1.08 Q 0 1.42 0.75 1.08", "#54438ccc")
                                .stroke(0.09));
            case BLOODSHOT ->
                new StyleDrawing(
                        0.5,
                        disc(EYE, 1, "#fff3ea"),
                        disc(EYE, 0.92, "#ff6a5a59").stroke(0.2),
                        path(
                                        EYE,
                                        "M -1 -0.2 L -0.8 -0.16 L -0.66 -0.26 L -0.4 -0.2 M -0.8 -0.16 L -0.62 -0.04 L -0.48 -0.06"
                                                + " M -0.8 0.6 L -0.62 0.46 L -0.58 0.3 L -0.38 0.24 M -0.62 0.46 L -0.4 0.5 L -0.3 0.42"
                                                + " M 0.1 1 L 0.06 0.8 L 0.16 0.66 L 0.1 0.5 M 0.06 0.8 L -0.08 0.68 L -0.08 0.56"
                                                + " M 0.8 0.6 L 0.64 0.5 L 0.6 0.34 L 0.42 0.3 M 0.64 0.5 L 0.46 0.56 L 0.36 0.5"
                                                + " M 1 -0.1 L 0.82 -0.12 L 0.68 0 L 0.5 -0.04 M 0.82 -0.12 L 0.68 -0.26 L 0.52 -0.26"
                                                + " M 0.6 -0.8 L 0.5 -0.62 L 0.34 -0.56 L 0.3 -0.4 M 0.5 -0.62 L 0.52 -0.46 L 0.42 -0.38"
                                                + " M -0.5 -0.86 L -0.42 -0.68 L -0.48 -0.52 L -0.34 -0.4 M -0.42 -0.68 L -0.26 -0.62 L -0.2 -0.5",
                                        "#d3141f")
                                .stroke(0.045),
                        disc(PUPIL, 0.42, "#5d8f3c"),
                        disc(PUPIL, 0.42, "#3c6425").stroke(0.06),
                        disc(PUPIL, 0.2, Ink.BLACK),
                        circle(LIGHT, 0.14, -0.14, 0.08, Ink.WHITE),
                        Ink.RIM);
            case ANGRY ->
                new StyleDrawing(
                        0.42,
                        disc(EYE, 1, "#fff1cf"),
                        disc(PUPIL, 0.4, "#e02a17"),
                        disc(PUPIL, 0.2, Ink.BLACK),
                        circle(LIGHT, 0.13, -0.1, 0.07, Ink.WHITE),
                        path(EYE, "M -1.1 -1.2 L 1.1 -1.2 L 1.1 0.02 Q 0 -0.6 -1.1 -0.8 Z", "#8f1d14")
                                .keptInside()
                                .mirrored(),
                        Ink.RIM,
                        path(EYE, "M -1.05 -0.8 Q 0 -0.6 1.06 0", Ink.BLACK)
                                .stroke(0.3)
                                .mirrored());
            case WEEPY ->
                new StyleDrawing(
                        0.3,
                        disc(EYE, 1, Ink.WHITE),
                        disc(PUPIL, 0.64, "#2f6fd0"),
                        disc(PUPIL, 0.42, "#101a33"),
                        circle(LIGHT, 0.22, -0.24, 0.2, Ink.WHITE),
                        circle(LIGHT, -0.24, 0.2, 0.11, Ink.WHITE),
                        path(
                                        EYE,
                                        "M -1.1 0.62 Q -0.55 0.44 0 0.62 Q 0.55 0.8 1.1 0.62 L 1.1 1.1 L -1.1 1.1 Z",
                                        "#62b8ffd9")
                                .keptInside(),
                        Ink.RIM,
                        path(EYE, Ink.TEAR, "#62b8ff").mirrored(),
                        path(EYE, Ink.TEAR, "#1d5fae").stroke(0.05).mirrored(),
                        path(EYE, "M -0.95 -0.95 Q 0.1 -1.08 0.66 -1.22", Ink.BLACK)
                                .stroke(0.14)
                                .mirrored());
            case DIVA ->
                new StyleDrawing(
                        0.4,
                        path(
                                        EYE,
                                        "M -0.5 -0.7 Q -1.12 -0.95 -1.2 -0.85 Q -0.9 -0.7 -0.8 -0.45 Z"
                                                + " M -0.2 -0.85 Q -0.75 -1.25 -0.85 -1.2 Q -0.7 -1 -0.62 -0.7 Z"
                                                + " M 0.1 -0.9 Q -0.3 -1.42 -0.4 -1.42 Q -0.35 -1.15 -0.3 -0.85 Z",
                                        Ink.BLACK)
                                .mirrored(),
                        disc(EYE, 1, Ink.WHITE),
                        disc(PUPIL, 0.5, "#8a3fd1"),
                        disc(PUPIL, 0.28, Ink.BLACK),
                        circle(LIGHT, 0.18, -0.16, 0.12, Ink.WHITE),
                        circle(LIGHT, -0.16, 0.16, 0.06, Ink.WHITE),
                        path(EYE, "M -1.1 -1.1 L 1.1 -1.1 L 1.1 -0.3 Q 0 -0.62 -1.1 -0.3 Z", "#18b7c9")
                                .keptInside(),
                        path(EYE, "M -0.95 -0.34 Q 0 -0.62 0.95 -0.34", Ink.BLACK)
                                .stroke(0.12),
                        Ink.RIM);
            case HEART ->
                new StyleDrawing(
                        0.36,
                        disc(EYE, 1, "#fff0f5"),
                        path(
                                        PUPIL,
                                        "M 0 0.64 C -0.95 0 -0.72 -0.6 -0.34 -0.6 C -0.12 -0.6 0 -0.44 0 -0.3"
                                                + " C 0 -0.44 0.12 -0.6 0.34 -0.6 C 0.72 -0.6 0.95 0 0 0.64 Z",
                                        "#ee1444")
                                .keptInside(),
                        circle(LIGHT, 0.3, -0.12, 0.09, Ink.WHITE),
                        Ink.RIM);
            case HYPNOTISED ->
                new StyleDrawing(
                        0.2,
                        disc(EYE, 1, Ink.WHITE),
                        path(
                                        PUPIL,
                                        "M 0 0 C 0.02 0 0.04 0.05 0 0.07 C -0.04 0.1 -0.12 0.08 -0.15 0"
                                                + " C -0.17 -0.08 -0.12 -0.2 0 -0.22 C 0.12 -0.25 0.27 -0.16 0.3 0 C 0.33 0.16 0.2 0.35 0 0.37"
                                                + " C -0.2 0.4 -0.42 0.24 -0.45 0 C -0.48 -0.24 -0.27 -0.5 0 -0.52 C 0.27 -0.55 0.57 -0.31 0.6 0"
                                                + " C 0.63 0.31 0.35 0.65 0 0.67 C -0.35 0.7 -0.72 0.39 -0.75 0",
                                        "#4a12a8")
                                .stroke(0.16)
                                .mirrored(),
                        disc(PUPIL, 0.13, Ink.BLACK),
                        Ink.RIM);
            case CAT ->
                new StyleDrawing(
                        0.46,
                        disc(EYE, 1, "#f2dc2a"),
                        disc(EYE, 0.88, "#6fa51bb3").stroke(0.3),
                        path(PUPIL, "M 0 -0.88 Q 0.46 0 0 0.88 Q -0.46 0 0 -0.88 Z", Ink.BLACK)
                                .keptInside(),
                        circle(LIGHT, 0.22, -0.2, 0.11, Ink.WHITE),
                        path(
                                        EYE,
                                        "M -1.1 -1.1 L 1.1 -1.1 L 1.1 0.5 Q 0.4 -0.9 -1.1 -0.5 Z"
                                                + " M 1.1 1.1 L -1.1 1.1 L -1.1 0.3 Q 0 1.1 1.1 0.4 Z",
                                        "#26222b")
                                .keptInside()
                                .mirrored(),
                        Ink.RIM);
            case EGG ->
                new StyleDrawing(
                        0.42,
                        path(EYE, Ink.EGG_WHITE, "#fffdf6"),
                        path(EYE, Ink.EGG_WHITE, "#b9772b").stroke(0.07),
                        circle(PUPIL, 0, 0.05, 0.54, "#d9c9a266"),
                        disc(PUPIL, 0.5, "#f59a00"),
                        circle(PUPIL, -0.02, -0.04, 0.42, "#ffc21f"),
                        disc(PUPIL, 0.13, Ink.BLACK),
                        circle(LIGHT, 0.22, -0.22, 0.09, Ink.WHITE));
        };
    }
}
