package io.eyegoogler;

import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.eyes.EyeStyle;
import io.eyegoogler.eyes.StyleShape;
import io.eyegoogler.eyes.StyleThumbnail;
import io.eyegoogler.image.PhotoWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that somebody else needs to draw the same eyes.
 *
 * @param placing how large they are and when
 * @param styles how they look
 */
public record Styles(Placing placing, List<Style> styles) {

    /** Every style there is. */
    public static final Styles ALL = new Styles(
            new Placing(EyePlacer.MEAN_RADIUS, EyePlacer.MIN_DISTANCE, EyePlacer.MIN_FACTOR, EyePlacer.MAX_FACTOR),
            Stream.of(EyeStyle.values())
                    .map(style -> new Style(style.id(), style.title(), style.reach(), style.parts()))
                    .toList());

    /**
     * How large an eye is.
     *
     * @param meanRadius of the sclera, as a share of the distance between the eyes
     * @param leastDistance between the eyes, as a share of the way from them to the mouth
     * @param leastFactor each eye's radius is the mean one times a number drawn evenly from this to
     *     {@code greatestFactor}
     */
    public record Placing(double meanRadius, double leastDistance, double leastFactor, double greatestFactor) {}

    /**
     * How an eye looks.
     *
     * @param id its name as the option {@code style} takes it
     * @param title its name for people
     * @param reach how far the pupil's centre can move from the eye's, radii
     * @param parts what is painted, in order
     */
    public record Style(String id, String title, double reach, List<StyleShape> parts) {}

    /** A small picture of the style with that id, a PNG with transparency; empty if there is no such style. */
    public static Optional<byte[]> thumbnail(String id) {
        return Stream.of(EyeStyle.values())
                .filter(style -> style.id().equals(id))
                .findFirst()
                .map(style -> PhotoWriter.write(StyleThumbnail.draw(style), PhotoFormat.PNG, Cancellation.NEVER));
    }
}
