package io.eyegoogler.detect.sampling;

import io.eyegoogler.Box;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.sampling.ImagePyramid.Level;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Resizes regions of a photo to a model's input, with area averaging. Thread-safe.
 *
 * <p>The photo can be transposed, and rotated by multiples of 90°, without copying its pixels.
 */
public final class PhotoSampler {

    /** Values per pixel: red, green, blue. */
    public static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final List<Level> levels;

    private PhotoSampler(int width, int height, List<Level> levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /** Returns a sampler for one or two crops of {@code photo}, whose layout {@link InterleavedPixels} describes. */
    public static PhotoSampler of(BufferedImage photo) {
        return new PhotoSampler(photo.getWidth(), photo.getHeight(), List.of(Level.full(InterleavedPixels.of(photo))));
    }

    /** Returns a sampler for many crops of {@code photo}; it builds an image pyramid first. */
    public static PhotoSampler withPyramid(BufferedImage photo, HelperThreads helperThreads) {
        return new PhotoSampler(
                photo.getWidth(), photo.getHeight(), ImagePyramid.of(InterleavedPixels.of(photo), helperThreads));
    }

    /** Returns the width of the photo, transposed or rotated as it is, px. */
    public int width() {
        return width;
    }

    /** Returns the height of the photo, transposed or rotated as it is, px. */
    public int height() {
        return height;
    }

    /** Returns a sampler of the photo with x and y swapped. */
    public PhotoSampler transposed() {
        return new PhotoSampler(height, width, map(Level::transposed));
    }

    /** Returns a sampler of the photo rotated clockwise by 90°. */
    public PhotoSampler rotatedClockwise() {
        return new PhotoSampler(height, width, map(level -> level.rotatedClockwise(height)));
    }

    private List<Level> map(UnaryOperator<Level> operator) {
        return levels.stream().map(operator).toList();
    }

    /**
     * Writes {@code rectangle}, px of the photo, resized to {@code columns} × {@code rows} pixels, to {@code target}
     * from {@code offset} on: [row][column][red, green, blue]. Each value is {@code v · scale + bias} for v in 0..255;
     * outside the photo v is 0.
     */
    public void sample(Box rectangle, int columns, int rows, float scale, float bias, float[] target, int offset) {
        Level level = level(Math.min(rectangle.width() / columns, rectangle.height() / rows));
        new AreaSampler(level.pixels()).sample(level.project(rectangle), columns, rows, scale, bias, target, offset);
    }

    /** Writes {@code crop}, resized to {@code size} × {@code size} pixels, in the same way. */
    public void sample(SquareCrop crop, int size, float scale, float bias, float[] target, int offset) {
        if (crop.rotation() == 0) {
            sample(crop.box(), size, size, scale, bias, target, offset);
        } else {
            new RotatedCropSampler(this).sample(crop, size, scale, bias, target, offset);
        }
    }

    /** Returns {@code crops} as one batch, [crop][row][column][red, green, blue], sampled in the same way. */
    public float[] batch(List<SquareCrop> crops, int size, float scale, float bias) {
        int length = size * size * CHANNELS;
        float[] batch = new float[Math.multiplyExact(crops.size(), length)];
        for (int i = 0; i < crops.size(); i++) {
            sample(crops.get(i), size, scale, bias, batch, i * length);
        }
        return batch;
    }

    /** Returns the smallest level whose pixels aren't larger than an output pixel of {@code step} px. */
    private Level level(double step) {
        Level smallest = levels.get(0);
        for (Level level : levels) {
            smallest = level.factor() <= step ? level : smallest;
        }
        return smallest;
    }
}
