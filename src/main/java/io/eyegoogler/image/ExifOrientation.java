package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;

/**
 * How a stored picture must be turned to stand upright: EXIF's tag 0x0112, values 1 to 8 in the order of these
 * constants (CIPA DC-008, table 6).
 */
enum ExifOrientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    /** Side of the squares in which pixels are moved, so that rows read and columns written stay in the cache. */
    private static final int TILE = 32;

    /** Rows become columns, before mirroring. */
    private final boolean swapAxes;
    /** Then right and left change places, likewise top and bottom. */
    private final boolean mirrorX;

    private final boolean mirrorY;

    ExifOrientation(boolean swapAxes, boolean mirrorX, boolean mirrorY) {
        this.swapAxes = swapAxes;
        this.mirrorX = mirrorX;
        this.mirrorY = mirrorY;
    }

    /** The orientation that EXIF writes as {@code value}; empty for values that have no meaning. */
    static Optional<ExifOrientation> ofExif(int value) {
        return value >= 1 && value <= values().length ? Optional.of(values()[value - 1]) : Optional.empty();
    }

    /**
     * {@code stored} turned upright; {@code stored} must have the canonical {@link PixelLayout}.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so
     */
    BufferedImage apply(BufferedImage stored, Cancellation cancellation) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        BufferedImage upright = swapAxes
                ? new BufferedImage(height, width, stored.getType())
                : new BufferedImage(width, height, stored.getType());
        move(
                samples(stored),
                width,
                height,
                samples(upright),
                stored.getColorModel().getNumComponents(),
                cancellation);
        return upright;
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private void move(byte[] source, int width, int height, byte[] target, int pixelStride, Cancellation cancellation) {
        int rowStride = (swapAxes ? height : width) * pixelStride;
        int stepX = swapAxes ? rowStride : pixelStride;
        int stepY = swapAxes ? pixelStride : rowStride;
        boolean flipX = swapAxes ? mirrorY : mirrorX;
        boolean flipY = swapAxes ? mirrorX : mirrorY;
        int start = (flipX ? (width - 1) * stepX : 0) + (flipY ? (height - 1) * stepY : 0);
        int moveX = flipX ? -stepX : stepX;
        int moveY = flipY ? -stepY : stepY;
        for (int top = 0; top < height; top += TILE) {
            cancellation.check();
            for (int left = 0; left < width; left += TILE) {
                int right = Math.min(left + TILE, width);
                for (int y = top; y < Math.min(top + TILE, height); y++) {
                    int from = (y * width + left) * pixelStride;
                    int to = start + left * moveX + y * moveY;
                    for (int x = left; x < right; x++) {
                        for (int band = 0; band < pixelStride; band++) {
                            target[to + band] = source[from++];
                        }
                        to += moveX;
                    }
                }
            }
        }
    }
}
