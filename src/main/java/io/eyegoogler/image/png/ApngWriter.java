package io.eyegoogler.image.png;

import io.eyegoogler.image.FramePatch;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;

/**
 * Writes animations as APNG (PNG specification, third edition, 8.6 and 11.3.6): the first frame as any PNG, then of
 * each what changes, over what was there before. Whoever doesn't know APNG shows the first frame.
 *
 * <p>A frame has one rectangle. What stays the same in it is transparent and takes next to no bytes: by alpha where the
 * picture has it, else by a colour that the picture doesn't have. A picture of too many colours for that gets an alpha.
 */
public final class ApngWriter {
    private static final byte[] NO_COLOR = new byte[PngHeader.Color.RGB_ALPHA.samples];

    private final BufferedImage picture;
    private final ChunkWriter chunks;
    private final ThreadAllowance parallelism;
    private PixelRows rows;
    private byte[] transparent = NO_COLOR;

    private ApngWriter(BufferedImage picture, OutputStream out, ThreadAllowance parallelism) {
        this.picture = picture;
        this.chunks = new ChunkWriter(out);
        this.parallelism = parallelism;
        this.rows = rows(picture);
    }

    private static PixelRows rows(BufferedImage image) {
        return PngEncoder.rows(image)
                .filter(rows -> rows.header().depth() == Byte.SIZE)
                .filter(rows -> switch (rows.header().color()) {
                    case RGB, RGB_ALPHA -> true;
                    case GRAY, GRAY_ALPHA, PALETTE -> false;
                })
                .orElseThrow(() -> new IllegalArgumentException("No such APNG: " + image));
    }

    /**
     * Writes an animation in an endless loop; does not close {@code out}.
     *
     * @param picture  the first frame: red, green and blue of 8 bits, with alpha or without
     * @param frames   how many there are, at least 1
     * @param interval how long each is shown, ms
     * @param next     makes {@code picture} show a frame, from 1 on, and tells what that changes; only opaque pixels
     * @throws IllegalArgumentException if the picture is of another kind
     */
    public static void encode(
            BufferedImage picture,
            int frames,
            int interval,
            IntFunction<FramePatch> next,
            OutputStream out,
            ThreadAllowance parallelism)
            throws IOException {
        ApngWriter animation = new ApngWriter(picture, out, parallelism);
        animation.begin(frames, interval);
        for (int frame = 1; frame < frames; frame++) {
            animation.add(next.apply(frame), interval);
        }
        animation.chunks.end();
    }

    private void begin(int frames, int interval) throws IOException {
        boolean alpha = rows.header().color() == PngHeader.Color.RGB_ALPHA;
        byte[] key = alpha || frames == 1 ? null : ColorKey.unusedIn(rows).orElse(null);
        if (!alpha && frames > 1 && key == null) {
            rows = new OpaqueRows(rows);
        }
        chunks.begin(rows.header());
        chunks.animation(frames);
        if (key != null) {
            transparent = key;
            chunks.transparent(key);
        }
        chunks.frame(new Rectangle(picture.getWidth(), picture.getHeight()), interval);
        PngEncoder.pixels(rows, chunks, parallelism, done -> true);
    }

    private void add(FramePatch patch, int interval) throws IOException {
        Rectangle bounds = patch.bounds();
        PixelRows part = rows(picture.getSubimage(bounds.x, bounds.y, bounds.width, bounds.height));
        PixelRows same = rows instanceof OpaqueRows ? new OpaqueRows(part) : part;
        chunks.frame(bounds, interval);
        PngEncoder.pixels(new PatchRows(same, patch.changed(), transparent), chunks, parallelism, done -> true);
    }
}
