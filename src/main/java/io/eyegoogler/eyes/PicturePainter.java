package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Draws pictures that turn with an eye onto a photo, by bilinear interpolation within a level of a {@link Mipmap}; their
 * borders are antialiased.
 */
final class PicturePainter {

    private static final int ONE = 256;

    private final BufferedImage photo;
    private final byte[] samples;
    private final boolean alpha;
    private final Rectangle place;
    private final double cos;
    private final double sin;
    private final Cancellation cancellation;

    /**
     * Creates the painter.
     *
     * @param photo of {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}
     * @param eye beyond whose {@link EyeAnimator#place} nothing is drawn
     */
    PicturePainter(BufferedImage photo, Eye eye, Cancellation cancellation) {
        this.photo = photo;
        this.samples = ((DataBufferByte) photo.getRaster().getDataBuffer()).getData();
        this.alpha = photo.getColorModel().hasAlpha();
        this.place = EyeAnimator.place(eye).intersection(new Rectangle(photo.getWidth(), photo.getHeight()));
        this.cos = Math.cos(eye.roll());
        this.sin = Math.sin(eye.roll());
        this.cancellation = cancellation;
    }

    /**
     * Draws a picture.
     *
     * @param center where the picture's center is, px of the photo
     * @param scale px of the photo for each of the picture
     */
    void paint(Mipmap picture, Point center, double scale) {
        Sampled sampled = Sampled.of(picture, scale);
        Rectangle area = area(picture, center, scale);
        double step = 1 / sampled.scale;
        double dx = area.x + 0.5 - center.x();
        for (int y = area.y; y < area.y + area.height; y++) {
            cancellation.check();
            double dy = y + 0.5 - center.y();
            double x0 = sampled.width / 2 + step * (dx * cos + dy * sin);
            double y0 = sampled.height / 2 + step * (dy * cos - dx * sin);
            Line line = new Line(x0, y0, step * cos, -step * sin);
            paint(sampled, line, area.width, y * photo.getWidth() + area.x);
        }
    }

    /**
     * The level of a picture that is drawn.
     *
     * @param width of the picture, px of the level, likewise {@code height}; not always whole numbers
     * @param scale px of the photo for each of the level
     */
    private record Sampled(Mipmap.Level level, double width, double height, double scale) {

        static Sampled of(Mipmap picture, double scale) {
            int number = picture.levelFor(scale);
            return new Sampled(
                    picture.level(number),
                    Math.scalb((double) picture.width(), -number),
                    Math.scalb((double) picture.height(), -number),
                    Math.scalb(scale, number));
        }

        /** Returns how much of a pixel of the photo is within {@code length} if its middle is {@code at}. */
        double covered(double at, double length) {
            return Math.min(1, at * scale + 0.5) + Math.min(1, (length - at) * scale + 0.5) - 1;
        }
    }

    /** Where a row of the photo crosses a level: its first pixel, and the way from pixel to pixel. */
    private record Line(double x, double y, double stepX, double stepY) {

        int first(Sampled sampled) {
            double first = Math.max(
                    enters(x, stepX, 1 / sampled.scale, sampled.width),
                    enters(y, stepY, 1 / sampled.scale, sampled.height));
            return (int) Math.max(0, Math.floor(first));
        }

        int last(Sampled sampled, int count) {
            double last = Math.min(
                    -enters(x, -stepX, 1 / sampled.scale, sampled.width),
                    -enters(y, -stepY, 1 / sampled.scale, sampled.height));
            return (int) Math.min(count - 1, Math.ceil(last));
        }

        /** Returns from which pixel on the line is less than a pixel of the photo away from 0 to {@code length}. */
        private static double enters(double at, double way, double step, double length) {
            if (way == 0) {
                return at > -step && at < length + step ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            return ((way > 0 ? -step : length + step) - at) / way;
        }
    }

    /** Draws {@code count} pixels of a row from {@code pixel} on. */
    private void paint(Sampled sampled, Line line, int count, int pixel) {
        int last = line.last(sampled, count);
        for (int i = line.first(sampled); i <= last; i++) {
            double x = line.x + i * line.stepX;
            double y = line.y + i * line.stepY;
            double covered =
                    Math.max(0, sampled.covered(x, sampled.width)) * Math.max(0, sampled.covered(y, sampled.height));
            int opacity = (int) (ONE * covered + 0.5);
            if (opacity > 0) {
                int argb = sampled.level.at(x - 0.5, y - 0.5);
                blend(opacity == ONE ? argb : Blending.faded(argb, opacity), pixel + i);
            }
        }
    }

    /** Returns the pixels that the turned picture may touch. */
    private Rectangle area(Mipmap picture, Point center, double scale) {
        double width = scale * (Math.abs(cos) * picture.width() + Math.abs(sin) * picture.height()) / 2 + 1;
        double height = scale * (Math.abs(sin) * picture.width() + Math.abs(cos) * picture.height()) / 2 + 1;
        int left = (int) Math.floor(center.x() - width);
        int top = (int) Math.floor(center.y() - height);
        int right = (int) Math.ceil(center.x() + width);
        int bottom = (int) Math.ceil(center.y() + height);
        return new Rectangle(left, top, right - left, bottom - top).intersection(place);
    }

    /** Draws a premultiplied color over a pixel (Porter and Duff's "over"). */
    private void blend(int argb, int pixel) {
        if (argb == 0) {
            return;
        }
        int rest = 255 - (argb >>> 24);
        if (!alpha) {
            if (rest == 0) {
                samples[3 * pixel] = (byte) argb;
                samples[3 * pixel + 1] = (byte) (argb >> 8);
                samples[3 * pixel + 2] = (byte) (argb >> 16);
                return;
            }
            for (int i = 0, at = 3 * pixel; i < 3; i++, at++) {
                samples[at] = (byte) ((argb >> 8 * i & 0xff) + Blending.times(samples[at] & 0xff, rest));
            }
            return;
        }
        int at = 4 * pixel;
        int beneath = Blending.times(samples[at] & 0xff, rest);
        int opacity = (argb >>> 24) + beneath;
        samples[at++] = (byte) opacity;
        for (int i = 0; i < 3; i++, at++) {
            // The photo's colors aren't premultiplied.
            int sum = 255 * (argb >> 8 * i & 0xff) + (samples[at] & 0xff) * beneath;
            samples[at] = (byte) Math.min(255, (sum + opacity / 2) / opacity);
        }
    }
}
