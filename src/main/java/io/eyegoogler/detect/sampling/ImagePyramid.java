package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.detect.HelperThreads;
import java.util.ArrayList;
import java.util.List;

/**
 * An image pyramid: a photo at full size and downscaled by powers of two, so that not every crop has to read all
 * pixels.
 *
 * <p>Each pixel of a level is the mean of the pixels it covers, so that area averaging of a level gives the same as
 * area averaging of the full photo.
 */
final class ImagePyramid {

    /** Maximum longer side, px, at which a network sees the whole photo; RFB's tiles are taken from the full photo. */
    private static final int MAX_INPUT_SIDE = 768;
    /** Minimum longer side, px, at which a network sees the whole photo. */
    private static final int MIN_INPUT_SIDE = 96;

    private ImagePyramid() {}

    /** Returns the levels, largest first: the full photo, then the downscaled ones. */
    static List<Level> of(InterleavedPixels photo, HelperThreads helperThreads) {
        List<Level> levels = new ArrayList<>();
        levels.add(Level.full(photo));
        int longer = Math.max(photo.width(), photo.height());
        int shorter = Math.min(photo.width(), photo.height());
        int factor =
                Math.max(2, Math.min(BoxFilterDownscaler.MAX_FACTOR, Integer.highestOneBit(longer / MAX_INPUT_SIDE)));
        while (longer / factor >= MIN_INPUT_SIDE && shorter >= factor) {
            Level last = levels.get(levels.size() - 1);
            InterleavedPixels pixels =
                    BoxFilterDownscaler.downscale(last.pixels(), factor / last.factor(), helperThreads);
            levels.add(new Level(pixels, factor, 0, 0));
            factor *= 2;
        }
        return List.copyOf(levels);
    }

    /**
     * A level of the pyramid.
     *
     * @param factor side of one of its pixels, px of the photo
     * @param left edge of its first column, px of the photo; {@code top}, of its first row
     */
    record Level(InterleavedPixels pixels, int factor, int left, int top) {

        /** Returns the full photo. */
        static Level full(InterleavedPixels photo) {
            return new Level(photo, 1, 0, 0);
        }

        /** Returns the level with x and y swapped. */
        Level transposed() {
            return new Level(pixels.transposed(), factor, top, left);
        }

        /** Returns the level rotated clockwise by 90°, as its photo is, whose height was {@code photoHeight} px. */
        Level rotatedClockwise(int photoHeight) {
            return new Level(pixels.rotatedClockwise(), factor, photoHeight - top - pixels.height() * factor, left);
        }

        /** Maps a rectangle from px of the photo to px of this level. */
        Box project(Box rectangle) {
            return new Box(
                    (rectangle.x() - left) / factor,
                    (rectangle.y() - top) / factor,
                    rectangle.width() / factor,
                    rectangle.height() / factor);
        }
    }
}
