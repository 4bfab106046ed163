package io.eyegoogler.image;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Writes pictures that move as GIF: of each frame the pixels that change, in the colors of a palette that fits them.
 *
 * <p>A pixel can't become transparent in a GIF unless the frame before is cleared, so a frame is written once the next
 * one is known, large enough that clearing it clears all such pixels.
 */
final class MovingGifWriter {

    /** Pixels of less alpha are transparent. */
    private static final int MIN_ALPHA = 128;
    /**
     * The largest difference of a sample that isn't worth a change where colors are approximate: less than what
     * dithering adds. Noise of lossy compression would otherwise make every pixel flicker.
     */
    private static final int TOLERANCE = 5;

    private static final int OPAQUE = 0xff << 24;

    private final Animation animation;
    private final int width;
    private final int height;
    private final GifFile file;
    private final GifDelays delays;
    private final MovingGifPalette palettes = new MovingGifPalette();
    /** Opaque colors of the frame that is shown, by which a pixel changes or not; 0 is transparent. */
    private final int[] shown;
    /** The same of the next frame. */
    private final int[] now;

    private MovingGifWriter(Animation animation, OutputStream out) {
        this.animation = animation;
        this.width = animation.picture().getWidth();
        this.height = animation.picture().getHeight();
        this.file = new GifFile(out);
        this.delays = new GifDelays(animation.delays());
        this.shown = new int[width * height];
        this.now = new int[width * height];
    }

    /** Writes {@code animation}, which has sides of at most {@link GifWriter#MAX_SIDE} px. Doesn't close {@code out}. */
    static void write(Animation animation, OutputStream out) throws IOException {
        new MovingGifWriter(animation, out).write();
    }

    /** The pixels of a rectangle, row by row; 0 is transparent. */
    private record Patch(Rectangle bounds, int[] pixels) {

        /** Returns this patch with transparent pixels around it. */
        Patch widened(Rectangle outer) {
            int[] wide = new int[outer.width * outer.height];
            for (int y = 0; y < bounds.height; y++) {
                int to = (bounds.y + y - outer.y) * outer.width + bounds.x - outer.x;
                System.arraycopy(pixels, y * bounds.width, wide, to, bounds.width);
            }
            return new Patch(outer, wide);
        }
    }

    private void write() throws IOException {
        readPicture();
        Patch patch = change(0).widened(new Rectangle(width, height));
        show(patch);
        palettes.fit(patch.pixels);
        file.begin(width, height, palettes.palette(), animation.plays());
        for (int i = 1; i < animation.frames(); i++) {
            animation.draw().accept(i);
            readPicture();
            Rectangle cleared = cleared();
            if (cleared.isEmpty()) {
                write(patch, GifFile.KEEP);
            } else {
                Rectangle wide = cleared.union(patch.bounds);
                write(patch.widened(wide), GifFile.CLEAR);
                clear(wide);
            }
            patch = change();
            show(patch);
        }
        write(patch, GifFile.KEEP);
        file.end();
    }

    private void readPicture() {
        PixelBytes picture = PixelBytes.of(animation.picture());
        byte[] samples = picture.samples();
        for (int y = 0, i = 0; y < height; y++) {
            int at = picture.index(0, y);
            for (int x = 0; x < width; x++, i++, at += 4) {
                now[i] = (samples[at] & 0xff) < MIN_ALPHA
                        ? 0
                        : OPAQUE
                                | (samples[at + 3] & 0xff) << 16
                                | (samples[at + 2] & 0xff) << 8
                                | samples[at + 1] & 0xff;
            }
        }
    }

    /** Returns the bounds of the pixels that become transparent. */
    private Rectangle cleared() {
        return bounds(i -> shown[i] != 0 && now[i] == 0);
    }

    private void clear(Rectangle part) {
        for (int y = part.y; y < part.y + part.height; y++) {
            Arrays.fill(shown, y * width + part.x, y * width + part.x + part.width, 0);
        }
    }

    /** Returns the pixels that change: all of them if their colors can be exact, else those that change visibly. */
    private Patch change() {
        Patch all = change(0);
        return palettes.isExact(all.pixels) ? all : change(TOLERANCE);
    }

    private Patch change(int tolerance) {
        Rectangle bounds = bounds(i -> changes(i, tolerance));
        Rectangle some = bounds.isEmpty() ? new Rectangle(1, 1) : bounds;
        int[] pixels = new int[some.width * some.height];
        for (int y = 0, to = 0; y < some.height; y++) {
            int from = (some.y + y) * width + some.x;
            for (int x = 0; x < some.width; x++, from++, to++) {
                pixels[to] = changes(from, tolerance) ? now[from] : 0;
            }
        }
        return new Patch(some, pixels);
    }

    private boolean changes(int i, int tolerance) {
        int to = now[i];
        int from = shown[i];
        return to != 0 && to != from && (tolerance == 0 || from == 0 || difference(from, to) > tolerance);
    }

    private static int difference(int from, int to) {
        int red = Math.abs((from >> 16 & 0xff) - (to >> 16 & 0xff));
        int green = Math.abs((from >> 8 & 0xff) - (to >> 8 & 0xff));
        return Math.max(Math.max(red, green), Math.abs((from & 0xff) - (to & 0xff)));
    }

    private Rectangle bounds(IntPredicate pixels) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            int first = 0;
            while (first < width && !pixels.test(y * width + first)) {
                first++;
            }
            if (first < width) {
                int last = width - 1;
                while (!pixels.test(y * width + last)) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last);
                top = Math.min(top, y);
                bottom = y;
            }
        }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private void show(Patch patch) {
        for (int y = 0, from = 0; y < patch.bounds.height; y++) {
            int to = (patch.bounds.y + y) * width + patch.bounds.x;
            for (int x = 0; x < patch.bounds.width; x++, from++, to++) {
                shown[to] = patch.pixels[from] == 0 ? shown[to] : patch.pixels[from];
            }
        }
    }

    private void write(Patch patch, int disposal) throws IOException {
        palettes.fit(patch.pixels);
        byte[] indices = palettes.indices(patch.pixels, patch.bounds);
        file.frame(patch.bounds, indices, palettes.palette(), palettes.isLocal(), delays.next(), disposal);
    }
}
