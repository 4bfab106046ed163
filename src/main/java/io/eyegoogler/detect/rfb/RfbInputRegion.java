package io.eyegoogler.detect.rfb;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A region of interest of a photo, and how it is resized to the network's input: shrunk, and optionally rotated or
 * padded.
 *
 * @param region px of the photo; if rotated, before the rotation around its center
 * @param rotation of the input's x-axis from the photo's, clockwise, radians; if not 0, the region is a square
 * @param columns width of the region in the input without its padding, px; {@code rows}, its height
 * @param padding width of the gray padding on each side, px of the input
 */
public record RfbInputRegion(Box region, double rotation, int columns, int rows, int padding) {

    /** Normalizes 0..255: (v - 127) / 128. */
    private static final float SCALE = 1 / 128f;

    private static final float BIAS = -127 / 128f;

    /** Returns the whole photo, shrunk so that its longer side is at most {@code longerSide} px. */
    public static RfbInputRegion whole(PhotoSampler photo, int longerSide) {
        return part(new Box(0, 0, photo.width(), photo.height()), scale(photo, longerSide));
    }

    /** Returns the whole photo with padding whose width is {@code share} of the longer side. */
    public static RfbInputRegion padded(PhotoSampler photo, int longerSide, double share) {
        RfbInputRegion whole = whole(photo, longerSide);
        int padding = (int) Math.round(share * Math.max(whole.columns, whole.rows));
        return new RfbInputRegion(whole.region, 0, whole.columns, whole.rows, padding);
    }

    /** Returns {@code region}, px of the photo, resized by {@code scale}, px of the input per px of the photo. */
    public static RfbInputRegion part(Box region, double scale) {
        int columns = (int) Math.max(1, Math.round(region.width() * scale));
        int rows = (int) Math.max(1, Math.round(region.height() * scale));
        return new RfbInputRegion(region, 0, columns, rows, 0);
    }

    /** Returns the square around the whole photo, rotated; the photo's longer side is at most {@code longerSide} px. */
    public static RfbInputRegion rotated(PhotoSampler photo, int longerSide, double rotation) {
        double cos = Math.abs(Math.cos(rotation));
        double sin = Math.abs(Math.sin(rotation));
        double side = Math.max(photo.width() * cos + photo.height() * sin, photo.width() * sin + photo.height() * cos);
        Box square = new Box((photo.width() - side) / 2, (photo.height() - side) / 2, side, side);
        int size = (int) Math.max(1, Math.round(side * scale(photo, longerSide)));
        return new RfbInputRegion(square, rotation, size, size, 0);
    }

    /** Returns px of the input per px of the photo, for a longer side of at most {@code longerSide} px of the input. */
    public static double scale(PhotoSampler photo, int longerSide) {
        return Math.min(1, (double) longerSide / Math.max(photo.width(), photo.height()));
    }

    /** Returns the width of the input, px. */
    int width() {
        return columns + 2 * padding;
    }

    /** Returns the height of the input, px. */
    int height() {
        return rows + 2 * padding;
    }

    /** Returns the input, [row][column][red, green, blue]; padding is 0, which is gray. */
    float[] pixels(PhotoSampler photo) {
        float[] inner = new float[columns * rows * CHANNELS];
        if (rotation == 0) {
            photo.sample(region, columns, rows, SCALE, BIAS, inner, 0);
        } else {
            photo.sample(crop(), columns, SCALE, BIAS, inner, 0);
        }
        if (padding == 0) {
            return inner;
        }
        float[] pixels = new float[width() * height() * CHANNELS];
        for (int row = 0; row < rows; row++) {
            int at = ((padding + row) * width() + padding) * CHANNELS;
            System.arraycopy(inner, row * columns * CHANNELS, pixels, at, columns * CHANNELS);
        }
        return pixels;
    }

    private SquareCrop crop() {
        return new SquareCrop(region.middle(), region.width(), rotation);
    }

    /** Maps a detection from px of the input to px of the photo. */
    RfbDetection project(RfbDetection detection) {
        Box box = detection.box();
        double scale = region.width() / columns;
        double right = (box.middle().x() - padding - columns / 2.0) * scale;
        double down = (box.middle().y() - padding - rows / 2.0) * region.height() / rows;
        Point center = crop().at(right, down);
        double width = box.width() * scale;
        double height = box.height() * region.height() / rows;
        return new RfbDetection(
                detection.score(), Box.around(center, width, height), rotation, Math.max(box.width(), box.height()));
    }
}
