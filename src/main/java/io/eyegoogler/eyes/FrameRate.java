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

    /** Eyes that cover more than this together stay still, since they are kept in memory twice, px. */
    private static final long MAX_MOVING = 8_000_000;
    /** What the eyes of all frames of a loop may cover together, px. */
    private static final long MAX_DRAWN = 30_000_000;
    /** What the rectangles around all eyes, one in each frame of an APNG, may cover together in a loop, px. */
    private static final long MAX_SPANNED = 200_000_000;
    /** Divisors of the loop's length, whole hundredths of a second, as GIF has them, ms; from 25 frames a second on. */
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
