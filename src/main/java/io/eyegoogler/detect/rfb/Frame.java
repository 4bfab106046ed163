package io.eyegoogler.detect.rfb;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.PhotoSampler;
import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of the photo as the network sees it: shrunk to its input, and perhaps with a grey border.
 *
 * @param seen the part of the photo that it shows, px of the photo
 * @param columns of the input that show it, without the border; likewise {@code rows}
 * @param border width on each side, px of the input
 */
public record Frame(Box seen, int columns, int rows, int border) {

    static final int CHANNELS = 3;
    /** From 0..255: (v - 127) / 128. */
    private static final float SCALE = 1 / 128f;
    private static final float BIAS = -127 / 128f;

    /**
     * The whole photo.
     *
     * @param longerSide of the photo in the input, px; a photo that has fewer isn't enlarged
     * @param border width of the grey around it, as a share of the longer side
     */
    public static Frame whole(PhotoSampler photo, int longerSide, double border) {
        int longer = Math.max(photo.width(), photo.height());
        double scale = Math.min(1, (double) longerSide / longer);
        Box whole = new Box(0, 0, photo.width(), photo.height());
        int width = (int) Math.max(1, Math.round(photo.width() * scale));
        int height = (int) Math.max(1, Math.round(photo.height() * scale));
        return new Frame(whole, width, height, (int) Math.round(border * Math.max(width, height)));
    }

    /** Of the input, px. */
    int width() {
        return columns + 2 * border;
    }

    /** Of the input, px. */
    int height() {
        return rows + 2 * border;
    }

    /** The input: [row][column][red, green, blue]; the border is 0, which is grey. */
    float[] pixels(PhotoSampler photo) {
        float[] inner = new float[columns * rows * CHANNELS];
        photo.sample(seen, columns, rows, SCALE, BIAS, inner, 0);
        if (border == 0) {
            return inner;
        }
        float[] pixels = new float[width() * height() * CHANNELS];
        for (int row = 0; row < rows; row++) {
            int at = ((border + row) * width() + border) * CHANNELS;
            System.arraycopy(inner, row * columns * CHANNELS, pixels, at, columns * CHANNELS);
        }
        return pixels;
    }

    /** From px of the input to px of the photo. */
    Box project(Box box) {
        double across = seen.width() / columns;
        double down = seen.height() / rows;
        return new Box(
                seen.x() + (box.x() - border) * across,
                seen.y() + (box.y() - border) * down,
                box.width() * across,
                box.height() * down);
    }
}
