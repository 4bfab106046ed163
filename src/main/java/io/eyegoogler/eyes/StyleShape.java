package io.eyegoogler.eyes;

import java.util.List;

/**
 * One painted shape of a style: data that this program draws, and any other that can draw SVG's paths.
 *
 * <p>Lengths are in radii of the sclera, x to the right and y down, from where {@code on} says.
 *
 * @param on what the part belongs to
 * @param circle its centre and radius, [x, y, r]; null where there is a path
 * @param path SVG path data as {@link SvgPathParser} takes it, filled by the non-zero rule; null where there is a circle
 * @param fill {@code #rrggbb} or {@code #rrggbbaa}
 * @param stroke width of the line that is drawn along the shape, with round ends and joins; null to fill it
 * @param inside whether nothing of it shows beyond the sclera
 * @param mirror whether it is drawn for the subject's right eye, and mirrored for the left one
 */
public record StyleShape(
        On on, List<Double> circle, String path, String fill, Double stroke, boolean inside, boolean mirror) {

    /** Where a part's origin is, and whether it turns with the head. */
    public enum On {
        /** The eye's centre; turns with the head. */
        EYE,
        /** The pupil's centre; turns with the head. */
        PUPIL,
        /** The pupil's centre; doesn't turn, because light doesn't. */
        LIGHT
    }

    public StyleShape {
        if ((circle == null) == (path == null)) {
            throw new IllegalArgumentException("A part is either a circle or a path");
        }
    }

    static StyleShape circle(On on, double x, double y, double radius, String fill) {
        return new StyleShape(on, List.of(x, y, radius), null, fill, null, false, false);
    }

    /** A circle around the origin. */
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
