package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * How a stored image must be transformed to be upright. The constants are in the order of the values 1 to 8 of EXIF's
 * tag 0x0112 (CIPA DC-008, table 6).
 */
public enum ExifOrientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    ROTATED_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    ROTATED_LEFT(true, false, true);

    /** The side of the squares that are moved at once, so that rows read and columns written stay in the cache, px. */
    private static final int TILE = 32;

    /** Whether rows become columns, before mirroring. */
    private final boolean swapAxes;
    /** Whether left and right are swapped. */
    private final boolean mirrorX;
    /** Whether top and bottom are swapped. */
    private final boolean mirrorY;

    ExifOrientation(boolean swapAxes, boolean mirrorX, boolean mirrorY) {
        this.swapAxes = swapAxes;
        this.mirrorX = mirrorX;
        this.mirrorY = mirrorY;
    }

    /** Returns the orientation that EXIF stores as {@code value}, 1 to 8. */
    static ExifOrientation of(int value) {
        return values()[value - 1];
    }

    /**
     * Returns {@code stored}, which has the canonical {@link PixelLayout}, turned upright.
     *
     * @throws io.eyegoogler.WorkCancelledException if the work is canceled
     */
    public BufferedImage apply(BufferedImage stored, Cancellation cancellation) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        BufferedImage upright = swapAxes
                ? new BufferedImage(height, width, stored.getType())
                : new BufferedImage(width, height, stored.getType());
        int pixelStride = stored.getColorModel().getNumComponents();
        transform(samples(stored), width, height, samples(upright), pixelStride, cancellation);
        return upright;
    }

    /** Returns the size of a picture turned upright. */
    public Dimension apply(Dimension stored) {
        return swapAxes ? new Dimension(stored.height, stored.width) : stored;
    }

    /** Returns where a part of a picture of size {@code stored} is once the picture is upright. */
    public Rectangle apply(Rectangle part, Dimension stored) {
        Dimension upright = apply(stored);
        Rectangle turned = swapAxes ? new Rectangle(part.y, part.x, part.height, part.width) : new Rectangle(part);
        turned.x = mirrorX ? upright.width - turned.x - turned.width : turned.x;
        turned.y = mirrorY ? upright.height - turned.y - turned.height : turned.y;
        return turned;
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private void transform(
            byte[] source, int width, int height, byte[] target, int pixelStride, Cancellation cancellation) {
        int rowStride = (swapAxes ? height : width) * pixelStride;
        int stepX = swapAxes ? rowStride : pixelStride;
        int stepY = swapAxes ? pixelStride : rowStride;
        boolean flipX = swapAxes ? mirrorY : mirrorX;
        boolean flipY = swapAxes ? mirrorX : mirrorY;
        int start = (flipX ? (width - 1) * stepX : 0) + (flipY ? (height - 1) * stepY : 0);
        int deltaX = flipX ? -stepX : stepX;
        int deltaY = flipY ? -stepY : stepY;
        for (int top = 0; top < height; top += TILE) {
            cancellation.check();
            for (int left = 0; left < width; left += TILE) {
                int right = Math.min(left + TILE, width);
                for (int y = top; y < Math.min(top + TILE, height); y++) {
                    int from = (y * width + left) * pixelStride;
                    int to = start + left * deltaX + y * deltaY;
                    for (int x = left; x < right; x++) {
                        for (int band = 0; band < pixelStride; band++) {
                            target[to + band] = source[from++];
                        }
                        to += deltaX;
                    }
                }
            }
        }
    }
}
