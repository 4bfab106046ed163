package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.detect.HelperThreads;
import java.util.ArrayList;
import java.util.List;

/**
 * A photo at full size and shrunk by powers of two, so that many looks at it don't each read all of its pixels.
 *
 * <p>Each shrunken pixel is the plain mean of those it stands for, so that looking at a shrunken photo gives what area
 * averaging of the full one would.
 */
final class ImagePyramid {

    /** A look at the whole photo needs no more px along the longer side than this; RFB's tiles are taken from it as it is. */
    private static final int WIDEST_LOOK = 768;
    /** Nothing looks at the whole photo with fewer px along the longer side. */
    private static final int NARROWEST_LOOK = 96;

    private ImagePyramid() {}

    /** The photo and its reductions, largest first. */
    static List<Level> of(InterleavedPixels photo, HelperThreads workers) {
        List<Level> levels = new ArrayList<>();
        levels.add(Level.full(photo));
        int longer = Math.max(photo.width(), photo.height());
        int shorter = Math.min(photo.width(), photo.height());
        int factor = Math.max(2, Math.min(BoxDownscale.MAX_FACTOR, Integer.highestOneBit(longer / WIDEST_LOOK)));
        while (longer / factor >= NARROWEST_LOOK && shorter >= factor) {
            Level last = levels.get(levels.size() - 1);
            levels.add(new Level(BoxDownscale.reduce(last.pixels(), factor / last.factor(), workers), factor, 0, 0));
            factor *= 2;
        }
        return List.copyOf(levels);
    }

    /**
     * One size of the photo.
     *
     * @param factor px of the photo along one side of a pixel of this size
     * @param left where the first pixel begins, px of the photo; likewise {@code top}
     */
    record Level(InterleavedPixels pixels, int factor, int left, int top) {

        /** The photo as it is. */
        static Level full(InterleavedPixels photo) {
            return new Level(photo, 1, 0, 0);
        }

        /** This with x and y exchanged. */
        Level transposed() {
            return new Level(pixels.transposed(), factor, top, left);
        }

        /** This turned a quarter clockwise with its photo, which is {@code photoHeight} px high before. */
        Level turned(int photoHeight) {
            return new Level(pixels.turned(), factor, photoHeight - top - pixels.height() * factor, left);
        }

        /** A rectangle of the photo in pixels of this size. */
        Box shrink(Box rectangle) {
            return new Box(
                    (rectangle.x() - left) / factor,
                    (rectangle.y() - top) / factor,
                    rectangle.width() / factor,
                    rectangle.height() / factor);
        }
    }
}
