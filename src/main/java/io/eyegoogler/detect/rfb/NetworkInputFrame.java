package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A rectangle of the photo as the network sees it: shrunk to its input, and perhaps turned, or with a border.
 *
 * @param seen the part of the photo that it shows, px of the photo; where it is turned, before it is turned around its
 *     middle
 * @param turn how far the frame's right is turned from the photo's right, clockwise, radians; then it is a square
 * @param columns of the input that show it, without the border; likewise {@code rows}
 * @param border width of the grey on each side, px of the input
 */
public record NetworkInputFrame(Box seen, double turn, int columns, int rows, int border) {

    static final int CHANNELS = 3;
    /** From 0..255: (v - 127) / 128. */
    private static final float SCALE = 1 / 128f;

    private static final float BIAS = -127 / 128f;

    /** The whole photo, its longer side {@code longerSide} px; a photo that has fewer isn't enlarged. */
    public static NetworkInputFrame whole(PhotoSampler photo, int longerSide) {
        return part(new Box(0, 0, photo.width(), photo.height()), scale(photo, longerSide));
    }

    /** The whole photo, with grey around it that is {@code share} of its longer side wide. */
    public static NetworkInputFrame bordered(PhotoSampler photo, int longerSide, double share) {
        NetworkInputFrame whole = whole(photo, longerSide);
        int border = (int) Math.round(share * Math.max(whole.columns, whole.rows));
        return new NetworkInputFrame(whole.seen, 0, whole.columns, whole.rows, border);
    }

    /** {@code part} of the photo, px, each of its pixels {@code scale} px of the input. */
    public static NetworkInputFrame part(Box part, double scale) {
        int columns = (int) Math.max(1, Math.round(part.width() * scale));
        int rows = (int) Math.max(1, Math.round(part.height() * scale));
        return new NetworkInputFrame(part, 0, columns, rows, 0);
    }

    /** The whole photo turned; of the photo's longer side it makes {@code longerSide} px. */
    public static NetworkInputFrame turned(PhotoSampler photo, int longerSide, double turn) {
        double cos = Math.abs(Math.cos(turn));
        double sin = Math.abs(Math.sin(turn));
        double side = Math.max(photo.width() * cos + photo.height() * sin, photo.width() * sin + photo.height() * cos);
        Box square = new Box((photo.width() - side) / 2, (photo.height() - side) / 2, side, side);
        int size = (int) Math.max(1, Math.round(side * scale(photo, longerSide)));
        return new NetworkInputFrame(square, turn, size, size, 0);
    }

    /** Px of an input for one px of the photo, so that its longer side has {@code longerSide} or its own. */
    public static double scale(PhotoSampler photo, int longerSide) {
        return Math.min(1, (double) longerSide / Math.max(photo.width(), photo.height()));
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
        if (turn == 0) {
            photo.sample(seen, columns, rows, SCALE, BIAS, inner, 0);
        } else {
            photo.sample(new SquareCrop(seen.middle(), seen.width(), turn), columns, SCALE, BIAS, inner, 0);
        }
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
    RfbDetection project(RfbDetection detection) {
        Box box = detection.box();
        double scale = seen.width() / columns;
        Point middle = box.middle();
        double right = (middle.x() - border - columns / 2.0) * scale;
        double down = (middle.y() - border - rows / 2.0) * seen.height() / rows;
        double x = seen.middle().x() + right * Math.cos(turn) - down * Math.sin(turn);
        double y = seen.middle().y() + right * Math.sin(turn) + down * Math.cos(turn);
        double width = box.width() * scale;
        double height = box.height() * seen.height() / rows;
        Box projected = new Box(x - width / 2, y - height / 2, width, height);
        return new RfbDetection(detection.score(), projected, turn, Math.max(box.width(), box.height()));
    }
}
