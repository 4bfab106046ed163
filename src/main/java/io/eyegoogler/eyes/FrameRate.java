package io.eyegoogler.eyes;

import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The frame rate of an animation of eyes: as high as the work on all frames stays bounded, whatever the photo and the
 * machine.
 *
 * @param interval from frame to frame, ms
 * @param frames in a loop; one if the eyes stay still
 */
record FrameRate(int interval, int frames) {

    /** Area, px, above which the eyes of a photo stay still, since their places are kept in memory twice. */
    private static final long MAX_MOVING = 8_000_000;
    /** Maximum area of the eyes in all frames of a loop together, px. */
    private static final long MAX_DRAWN = 30_000_000;
    /** Maximum area of the bounding boxes of all eyes, one in each frame of an APNG, in a loop together, px. */
    private static final long MAX_SPANNED = 200_000_000;
    /** Intervals to choose from, ms: divisors of the loop's length in whole hundredths of a second, GIF's unit. */
    private static final int[] INTERVALS = {40, 50, 80, 100, 200, 400};

    private static final int MAX_INTERVAL = INTERVALS[INTERVALS.length - 1];

    /** Returns the frame rate for eyes that are drawn at {@code places}. */
    static FrameRate of(List<Rectangle> places) {
        long moving = places.stream().mapToLong(FrameRate::area).sum();
        if (moving == 0 || moving > MAX_MOVING) {
            return new FrameRate(PupilPhysics.DURATION, 1);
        }
        long spanned = area(places.stream().reduce(Rectangle::union).orElseThrow());
        int interval = IntStream.of(INTERVALS)
                .filter(each -> moving * (PupilPhysics.DURATION / each) <= MAX_DRAWN)
                .filter(each -> spanned * (PupilPhysics.DURATION / each) <= MAX_SPANNED)
                .findFirst()
                .orElse(MAX_INTERVAL);
        return new FrameRate(interval, PupilPhysics.DURATION / interval);
    }

    private static long area(Rectangle place) {
        return (long) place.width * place.height;
    }
}
