package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Draws pictures that turn with an eye onto a photo, by bilinear interpolation within a level of a {@link Mipmap}. */
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
        int number = picture.levelFor(scale);
        Mipmap.Level level = picture.level(number);
        double step = Math.scalb(1 / scale, -number);
        double middleX = Math.scalb(picture.width() / 2.0, -number) - 0.5;
        double middleY = Math.scalb(picture.height() / 2.0, -number) - 0.5;
        Rectangle area = area(picture, center, scale);
        double dx = area.x + 0.5 - center.x();
        for (int y = area.y; y < area.y + area.height; y++) {
            cancellation.check();
            double dy = y + 0.5 - center.y();
            Line line = new Line(
                    middleX + step * (dx * cos + dy * sin),
                    middleY + step * (dy * cos - dx * sin),
                    step * cos,
                    -step * sin);
            paint(level, line, area.width, y * photo.getWidth() + area.x);
        }
    }

    /** Where a row of the photo crosses a level: its first pixel, and the way from pixel to pixel. */
    private record Line(double x, double y, double stepX, double stepY) {

        /** Returns the first pixel, or with {@code last} the last one, of {@code count} that the level may cover. */
        int bound(Mipmap.Level level, int count, boolean last) {
            double bound = last
                    ? Math.min(bound(x, stepX, level.width(), true), bound(y, stepY, level.height(), true))
                    : Math.max(bound(x, stepX, level.width(), false), bound(y, stepY, level.height(), false));
            return (int) Math.max(-1, Math.min(count, last ? Math.ceil(bound) : Math.floor(bound)));
        }

        /** Returns where the line enters the open interval from -1 to {@code end}, or with {@code last} leaves it. */
        private static double bound(double at, double step, int end, boolean last) {
            if (step == 0) {
                boolean inside = at > -1 && at < end;
                return inside == last ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            return ((step > 0) == last ? end - at : -1 - at) / step;
        }
    }

    /** Draws {@code count} pixels of a row from {@code pixel} on. */
    private void paint(Mipmap.Level level, Line line, int count, int pixel) {
        int first = Math.max(0, line.bound(level, count, false));
        int last = Math.min(count - 1, line.bound(level, count, true));
        int[] pixels = level.pixels();
        int stride = level.width() + 2;
        for (int i = first; i <= last; i++) {
            double x = line.x + i * line.stepX;
            double y = line.y + i * line.stepY;
            if (!(x > -1 && y > -1 && x < level.width() && y < level.height())) {
                continue;
            }
            // Rounds down, as these are positive.
            int left = (int) (x + 1);
            int top = (int) (y + 1);
            int index = top * stride + left;
            int argb = Blending.bilinear(
                    pixels[index],
                    pixels[index + 1],
                    pixels[index + stride],
                    pixels[index + stride + 1],
                    (int) ((x + 1 - left) * ONE),
                    (int) ((y + 1 - top) * ONE));
            if (argb != 0) {
                blend(argb, pixel + i);
            }
        }
    }

    /** Returns the pixels that the turned picture may touch. */
    private Rectangle area(Mipmap picture, Point center, double scale) {
        // Interpolation with the transparent border reaches half a pixel of the level, at most one of the photo or
        // half of an enlarged one, beyond it.
        double margin = Math.max(1, scale / 2);
        double width = scale * (Math.abs(cos) * picture.width() + Math.abs(sin) * picture.height()) / 2 + 2 * margin;
        double height = scale * (Math.abs(sin) * picture.width() + Math.abs(cos) * picture.height()) / 2 + 2 * margin;
        int left = (int) Math.floor(center.x() - width);
        int top = (int) Math.floor(center.y() - height);
        int right = (int) Math.ceil(center.x() + width);
        int bottom = (int) Math.ceil(center.y() + height);
        return new Rectangle(left, top, right - left, bottom - top).intersection(place);
    }

    /** Draws a premultiplied color over a pixel (Porter and Duff's "over"). */
    private void blend(int argb, int pixel) {
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
