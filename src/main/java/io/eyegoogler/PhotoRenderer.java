package io.eyegoogler;

import io.eyegoogler.eyes.EyeAnimator;
import io.eyegoogler.eyes.EyeDrawing;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.eyes.StyleDrawing;
import io.eyegoogler.image.Animation;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.image.PixelLayout;
import io.eyegoogler.image.moving.FrameReader;
import io.eyegoogler.image.moving.FrameSequence;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws eyes on a decoded photo, and encodes it.
 *
 * @param options how the eyes should be, and the format of the file
 * @param seed of what is random about the eyes
 * @param cancellation checked every few milliseconds
 * @param listener called around each stage
 */
record PhotoRenderer(GooglyOptions options, long seed, Cancellation cancellation, StageListener listener) {

    /** Returns what is drawn for eyes that have no style of their own. */
    static EyeDrawing drawing(GooglyOptions options) {
        return options.eye().<EyeDrawing>map(CustomEye::drawing).orElseGet(() -> StyleDrawing.of(options.style()));
    }

    /** Returns a still picture with eyes on it, which roll if the format moves; draws on {@code image}. */
    GooglyPhoto still(BufferedImage image, EyeSource source) {
        EyeSource.Eyes eyes = source.of(image, cancellation, listener);
        byte[] file = options.format().moving() ? shaken(image, eyes.eyes()) : painted(image, eyes.eyes());
        return new GooglyPhoto(
                file, options.format(), image.getWidth(), image.getHeight(), eyes.faces(), eyes.eyes(), seed);
    }

    /** Returns a moving picture with eyes on every frame. */
    GooglyPhoto moving(FrameSequence frames, EyeSource source) {
        EyeSource.MovingEyes eyes = source.of(frames, cancellation, listener);
        byte[] file = listener.around(Stage.ENCODE, () -> encode(frames, eyes.frames()));
        return new GooglyPhoto(
                file, options.format(), frames.width(), frames.height(), eyes.faces(), eyes.first(), seed);
    }

    private byte[] painted(BufferedImage image, List<Eye> eyes) {
        listener.around(Stage.DRAW, () -> {
            EyePainter.paint(eyes, drawing(options), image, cancellation);
            return image;
        });
        return listener.around(Stage.ENCODE, () -> PhotoWriter.write(image, options.format(), cancellation));
    }

    private byte[] shaken(BufferedImage image, List<Eye> eyes) {
        Animation animation = listener.around(Stage.DRAW, () -> rolling(image, eyes));
        return listener.around(Stage.ENCODE, () -> PhotoWriter.write(animation, options.format(), cancellation));
    }

    /** Draws the first frame; the others are drawn as they are written. */
    private Animation rolling(BufferedImage image, List<Eye> eyes) {
        BufferedImage canvas = PhotoWriter.canvas(image, options.format());
        double scale = (double) canvas.getWidth() / image.getWidth();
        EyeAnimator rolling = new EyeAnimator(scaled(eyes, scale), drawing(options), canvas, seed, cancellation);
        return Animation.of(canvas, rolling.places(), rolling.frames(), rolling.interval(), rolling::draw);
    }

    /** Decodes the frames again, since all of them together may not fit into memory. */
    private byte[] encode(FrameSequence frames, List<List<Eye>> eyes) {
        EyeDrawing drawing = drawing(options);
        try (FrameReader reader = new FrameReader(frames, cancellation)) {
            BufferedImage picture = PixelLayout.copy(PhotoWriter.frame(reader.next(), options.format()));
            double scale = (double) picture.getWidth() / frames.width();
            EyePainter.paint(scaled(eyes.get(0), scale), drawing, picture, cancellation);
            Animation animation = Animation.moving(picture, frames.delays(), frames.plays(), frame -> {
                PhotoWriter.frame(reader.next(), options.format()).copyData(picture.getRaster());
                EyePainter.paint(scaled(eyes.get(frame), scale), drawing, picture, cancellation);
            });
            return PhotoWriter.write(animation, options.format(), cancellation);
        }
    }

    private static List<Eye> scaled(List<Eye> eyes, double scale) {
        return eyes.stream().map(eye -> eye.scaled(scale)).toList();
    }
}
