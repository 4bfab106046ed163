package io.eyegoogler.image;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds what changes from one frame of an {@link Animation} to the next.
 *
 * <p>Where a picture isn't opaque nothing changes: formats lay a frame over the last, and there it would shine through.
 */
final class FrameDifference {

    private static final byte OPAQUE = (byte) 0xff;

    private final Animation animation;
    private final PixelBytes picture;
    /** Bytes of a pixel. */
    private final int unit;

    private final boolean alpha;
    private final List<Place> places;

    /** The picture shows the first frame now. */
    FrameDifference(Animation animation) {
        this.animation = animation;
        this.picture = PixelBytes.of(animation.picture());
        this.unit = picture.unit();
        this.alpha = animation.picture().getColorModel().hasAlpha();
        // A picture that stays still may have places of any size, since nobody copies what is beneath them.
        List<Rectangle> moving = animation.frames() == 1 ? List.of() : animation.places();
        this.places = moving.stream().map(this::place).toList();
    }

    /**
     * A part of the picture.
     *
     * @param seen its samples that whoever looks at the animation sees
     * @param changed pixels that changed in this frame, counted row by row
     */
    private record Place(Rectangle at, byte[] seen, BitSet changed) {}

    private Place place(Rectangle at) {
        byte[] seen = new byte[at.width * at.height * unit];
        for (int y = 0; y < at.height; y++) {
            System.arraycopy(picture.samples(), picture.at(at.x, at.y + y), seen, y * at.width * unit, at.width * unit);
        }
        return new Place(at, seen, new BitSet(at.width * at.height));
    }

    /** Draws a frame and tells what is new in it. */
    FramePatch next(int frame) {
        animation.draw().accept(frame);
        Rectangle bounds = places.stream()
                .map(this::look)
                .filter(changed -> !changed.isEmpty())
                .reduce(Rectangle::union)
                .orElseGet(() -> new Rectangle(1, 1));
        BitSet changed = new BitSet(bounds.width * bounds.height);
        places.forEach(place -> copy(place, bounds, changed));
        return new FramePatch(bounds, changed);
    }

    /** Takes the new pixels of a place for seen; returns what spans them, px of the picture. */
    private Rectangle look(Place place) {
        place.changed.clear();
        Rectangle bounds = new Rectangle();
        int width = place.at.width;
        for (int y = 0; y < place.at.height; y++) {
            look(place, y);
            int first = place.changed.nextSetBit(y * width) - y * width;
            if (first >= 0 && first < width) {
                int last = place.changed.previousSetBit((y + 1) * width - 1) - y * width;
                Rectangle row = new Rectangle(place.at.x + first, place.at.y + y, last - first + 1, 1);
                bounds = bounds.isEmpty() ? row : bounds.union(row);
            }
        }
        return bounds;
    }

    private void look(Place place, int y) {
        int length = place.at.width * unit;
        int before = y * length;
        byte[] samples = picture.samples();
        int now = picture.at(place.at.x, place.at.y + y);
        int at = 0;
        while (at < length) {
            int same = Arrays.mismatch(place.seen, before + at, before + length, samples, now + at, now + length);
            if (same < 0) {
                return;
            }
            at += same - (at + same) % unit;
            if (!alpha || place.seen[before + at] == OPAQUE && samples[now + at] == OPAQUE) {
                System.arraycopy(samples, now + at, place.seen, before + at, unit);
                place.changed.set((before + at) / unit);
            }
            at += unit;
        }
    }

    /** Sets the changed pixels in {@code changed}, those of {@code bounds} counted row by row. */
    private static void copy(Place place, Rectangle bounds, BitSet changed) {
        Rectangle at = place.at;
        int end;
        for (int from = place.changed.nextSetBit(0); from >= 0; from = place.changed.nextSetBit(end)) {
            int row = from / at.width;
            end = Math.min(place.changed.nextClearBit(from), (row + 1) * at.width);
            int start = (at.y + row - bounds.y) * bounds.width + at.x - bounds.x - row * at.width;
            changed.set(start + from, start + end);
        }
    }
}
