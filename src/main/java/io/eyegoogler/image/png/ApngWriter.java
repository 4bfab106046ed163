package io.eyegoogler.image.png;

import io.eyegoogler.image.FramePatch;
import io.eyegoogler.image.moving.FrameDelay;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes animations as APNG (PNG specification, third edition, 8.6 and 11.3.6): the first frame like any PNG, then for
 * each further frame the pixels that change. Decoders that don't know APNG show the first frame.
 *
 * <p>Each frame covers one rectangle, which is blended over the previous frame. Unchanged pixels in it are transparent
 * and take next to no bytes: by their alpha where the picture has alpha, otherwise by a color key that the picture
 * doesn't use. A picture that uses all possible keys is given an alpha channel. Where a pixel changes to one that isn't
 * opaque, the rectangle replaces what was there.
 */
public final class ApngWriter {
    private static final byte[] TRANSPARENT = new byte[PngHeader.RGBA_BYTES];

    private final BufferedImage picture;
    private final ChunkWriter chunks;
    private final ThreadAllowance threads;
    private PixelRows rows;
    private byte[] transparent = TRANSPARENT;

    private ApngWriter(BufferedImage picture, OutputStream out, ThreadAllowance threads) {
        this.picture = picture;
        this.chunks = new ChunkWriter(out);
        this.threads = threads;
        this.rows = PngEncoder.rows(picture);
    }

    /**
     * Writes an animation. Does not close {@code out}.
     *
     * @param picture  the first frame, an image that {@link PngEncoder#canEncode PngEncoder can encode}
     * @param delays   how long each frame is shown
     * @param plays    how often the frames are shown; 0 means forever
     * @param next     draws frame n, counted from 0, into {@code picture} and returns what changed; called for frames
     *                 1, 2, … in turn
     * @throws IllegalArgumentException if the picture cannot be encoded
     */
    public static void encode(
            BufferedImage picture,
            List<FrameDelay> delays,
            int plays,
            IntFunction<FramePatch> next,
            OutputStream out,
            ThreadAllowance threads)
            throws IOException {
        ApngWriter animation = new ApngWriter(picture, out, threads);
        animation.writeFirst(delays, plays);
        for (int frame = 1; frame < delays.size(); frame++) {
            animation.write(next.apply(frame), delays.get(frame));
        }
        animation.chunks.end();
    }

    private void writeFirst(List<FrameDelay> delays, int plays) throws IOException {
        boolean needsKey = !rows.header().alpha() && delays.size() > 1;
        byte[] key = needsKey ? ColorKey.unusedIn(rows).orElse(null) : null;
        if (needsKey && key == null) {
            rows = new OpaqueRows(rows);
        }
        chunks.begin(rows.header());
        chunks.animation(delays.size(), plays);
        if (key != null) {
            transparent = key;
            chunks.colorKey(key);
        }
        chunks.frame(new Rectangle(picture.getWidth(), picture.getHeight()), delays.get(0), false);
        PngEncoder.writePixels(rows, chunks, threads, done -> true);
    }

    private void write(FramePatch patch, FrameDelay delay) throws IOException {
        Rectangle bounds = patch.bounds();
        PixelRows part = PngEncoder.rows(picture.getSubimage(bounds.x, bounds.y, bounds.width, bounds.height));
        PixelRows pixels = rows instanceof OpaqueRows ? new OpaqueRows(part) : part;
        chunks.frame(bounds, delay, patch.opaque());
        PixelRows written = patch.opaque() ? new PatchRows(pixels, patch.changed(), transparent) : pixels;
        PngEncoder.writePixels(written, chunks, threads, done -> true);
    }
}
