package io.eyegoogler.eyes;

import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often in a loop eyes are drawn, if at all: as often as the work of it stays bounded, whatever the photo and the
 * machine.
 *
 * @param interval from frame to frame, ms
 * @param frames in a loop; one if the eyes stay still
 */
record FrameRate(int interval, int frames) {

    /** Eyes larger than this together stay still: they are kept in memory twice, px. */
    private static final long MOST_MOVING = 8_000_000;
    /** Eyes drawn in a loop, px. */
    private static final long MOST_DRAWN = 30_000_000;
    /** An APNG's frame has one rectangle, which spans all eyes: what those of a loop have together, px. */
    private static final long MOST_SPANNED = 200_000_000;
    /** Divisors of the loop's length, whole hundredths of a second, as GIF has them, ms; from 25 frames a second on. */
    private static final int[] INTERVALS = {40, 50, 80, 100, 200, 400};

    private static final int LONGEST = INTERVALS[INTERVALS.length - 1];

    /** The pace for eyes that need these places. */
    static FrameRate of(List<Rectangle> places) {
        long moving = places.stream().mapToLong(FrameRate::area).sum();
        if (moving == 0 || moving > MOST_MOVING) {
            return new FrameRate(PupilPhysics.DURATION, 1);
        }
        long spanned = area(places.stream().reduce(Rectangle::union).orElseThrow());
        int interval = IntStream.of(INTERVALS)
                .filter(each -> moving * (PupilPhysics.DURATION / each) <= MOST_DRAWN)
                .filter(each -> spanned * (PupilPhysics.DURATION / each) <= MOST_SPANNED)
                .findFirst()
                .orElse(LONGEST);
        return new FrameRate(interval, PupilPhysics.DURATION / interval);
    }

    private static long area(Rectangle place) {
        return (long) place.width * place.height;
    }
}
