package io.eyegoogler.eyes;

import java.util.List;

/**
 * One painted shape of a style, as data that any program can draw that draws SVG's paths.
 *
 * <p>Lengths are in radii of the sclera, x to the right and y down from the origin that {@code on} names.
 *
 * @param on the origin, and whether the shape turns with the head
 * @param circle its center and radius, [x, y, r]; null where there is a path
 * @param path SVG path data as {@link SvgPathParser} takes it, filled by the non-zero rule; null where there is a
 *     circle
 * @param fill {@code #rrggbb} or {@code #rrggbbaa}
 * @param stroke width of the line that is drawn along the shape, with round ends and joins; null to fill it
 * @param inside whether the shape is clipped to the sclera
 * @param mirror whether the shape, which is that of the subject's right eye, is mirrored for the left one
 */
public record StyleShape(
        On on, List<Double> circle, String path, String fill, Double stroke, boolean inside, boolean mirror) {

    /** The origin of a shape, and whether the shape turns with the head. */
    public enum On {
        /** The eye's center; turns with the head. */
        EYE,
        /** The pupil's center; turns with the head. */
        PUPIL,
        /** The pupil's center; doesn't turn, because light doesn't. */
        LIGHT
    }

    public StyleShape {
        if ((circle == null) == (path == null)) {
            throw new IllegalArgumentException("A shape is either a circle or a path");
        }
    }

    static StyleShape circle(On on, double x, double y, double radius, String fill) {
        return new StyleShape(on, List.of(x, y, radius), null, fill, null, false, false);
    }

    /** Returns a filled circle around the origin. */
    static StyleShape disc(On on, double radius, String fill) {
        return circle(on, 0, 0, radius, fill);
    }

    static StyleShape path(On on, String path, String fill) {
        return new StyleShape(on, null, path, fill, null, false, false);
    }

    StyleShape stroke(double width) {
        return new StyleShape(on, circle, path, fill, width, inside, mirror);
    }

    StyleShape keptInside() {
        return new StyleShape(on, circle, path, fill, stroke, true, mirror);
    }

    StyleShape mirrored() {
        return new StyleShape(on, circle, path, fill, stroke, inside, true);
    }
}
