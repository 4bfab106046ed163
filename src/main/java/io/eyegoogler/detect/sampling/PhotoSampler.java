package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.sampling.ImagePyramid.Level;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Takes rectangles out of one photo, resized by averaging areas, as the input of a model. Safe for use by many threads.
 *
 * <p>It can show the photo transposed, or turned by quarters, without touching a pixel.
 */
public final class PhotoSampler {

    private final int width;
    private final int height;
    private final List<Level> levels;
    private final List<AreaSampler> samplers;

    private PhotoSampler(int width, int height, List<Level> levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
        this.samplers =
                levels.stream().map(level -> new AreaSampler(level.pixels())).toList();
    }

    /** For a few looks at {@code photo}, an image as {@link InterleavedPixels} describes it: reads its own pixels only. */
    public static PhotoSampler of(BufferedImage photo) {
        return new PhotoSampler(photo.getWidth(), photo.getHeight(), List.of(Level.full(InterleavedPixels.of(photo))));
    }

    /** For many looks at {@code photo}: {@code workers} shrink it first, so that looks at much of it are quick. */
    public static PhotoSampler ofMany(BufferedImage photo, HelperThreads workers) {
        return new PhotoSampler(
                photo.getWidth(), photo.getHeight(), ImagePyramid.of(InterleavedPixels.of(photo), workers));
    }

    /** Px of the photo as it is shown here. */
    public int width() {
        return width;
    }

    /** Px of the photo as it is shown here. */
    public int height() {
        return height;
    }

    /** The photo with x and y exchanged. */
    public PhotoSampler transposed() {
        return new PhotoSampler(height, width, map(Level::transposed));
    }

    /** The photo turned a quarter clockwise. */
    public PhotoSampler turned() {
        return new PhotoSampler(height, width, map(level -> level.turned(height)));
    }

    private List<Level> map(UnaryOperator<Level> view) {
        return levels.stream().map(view).toList();
    }

    /**
     * Writes the rectangle, resized to {@code columns} × {@code rows} pixels, as red, green, blue, row by row, from
     * {@code target[offset]} on. Each value is {@code v · scale + bias} for v in 0..255; what lies outside the photo
     * has v = 0.
     */
    public void sample(Box rectangle, int columns, int rows, float scale, float bias, float[] target, int offset) {
        int level = level(Math.min(rectangle.width() / columns, rectangle.height() / rows));
        samplers.get(level).sample(levels.get(level).shrink(rectangle), columns, rows, scale, bias, target, offset);
    }

    /** Writes {@code view}, resized to {@code size} × {@code size} pixels, likewise. */
    public void sample(SquareCrop view, int size, float scale, float bias, float[] target, int offset) {
        if (view.turn() == 0) {
            sample(view.square(), size, size, scale, bias, target, offset);
        } else {
            new RotatedCropSampler(this).sample(view, size, scale, bias, target, offset);
        }
    }

    /** The smallest size of the photo that still has a pixel for each output pixel of {@code step} px. */
    private int level(double step) {
        int level = 0;
        while (level + 1 < levels.size() && levels.get(level + 1).factor() <= step) {
            level++;
        }
        return level;
    }
}
