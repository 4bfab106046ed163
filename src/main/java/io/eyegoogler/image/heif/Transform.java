package io.eyegoogler.image.heif;

import java.awt.Rectangle;
import java.nio.ByteBuffer;

/**
 * What is to be done with a decoded image, all transforms of an item taken together: it is cropped, then its axes are
 * swapped, then it is mirrored.
 *
 * @param crop px of the decoded image
 */
record Transform(Rectangle crop, boolean swapAxes, boolean mirrorX, boolean mirrorY) {

    /** EXIF's values of orientation (CIPA DC-008, table 6) by axes swapped (4), mirrored in x (2) and in y (1). */
    private static final int[] EXIF = {1, 4, 2, 3, 5, 8, 6, 7};

    static Transform none(int width, int height) {
        return new Transform(new Rectangle(width, height), false, false, false);
    }

    int width() {
        return swapAxes ? crop.height : crop.width;
    }

    int height() {
        return swapAxes ? crop.width : crop.height;
    }

    /** Returns what EXIF calls the orientation of the cropped image. */
    int orientation() {
        return EXIF[(swapAxes ? 4 : 0) | (mirrorX ? 2 : 0) | (mirrorY ? 1 : 0)];
    }

    /** Adds a rotation, as the content of an irot box says: multiples of 90° against the clock. */
    Transform rotated(ByteBuffer irot) {
        return switch (irot.get(0) & 3) {
            case 1 -> then(true, false, true);
            case 2 -> then(false, true, true);
            case 3 -> then(true, true, false);
            default -> this;
        };
    }

    /** Adds a mirroring, as the content of an imir box says: left and right are swapped if the axis is 1. */
    Transform mirrored(ByteBuffer imir) {
        boolean leftAndRight = (imir.get(0) & 1) != 0;
        return then(false, leftAndRight, !leftAndRight);
    }

    private Transform then(boolean swap, boolean x, boolean y) {
        return new Transform(crop, swapAxes ^ swap, (swap ? mirrorY : mirrorX) ^ x, (swap ? mirrorX : mirrorY) ^ y);
    }

    /**
     * Adds a crop, as the content of a clap box says: width, height, and the offset of its center from the image's.
     *
     * @throws IllegalArgumentException if nothing is left
     */
    Transform cropped(ByteBuffer clap) {
        double cropWidth = fraction(clap, 0);
        double cropHeight = fraction(clap, 8);
        // Rounded as libheif does.
        int left = (int) (fraction(clap, 16) + (width() - cropWidth) / 2);
        int top = (int) Math.floor(fraction(clap, 24) + (height() - cropHeight) / 2 + 0.5);
        Rectangle area = new Rectangle(left, top, (int) Math.round(cropWidth), (int) Math.round(cropHeight))
                .intersection(new Rectangle(width(), height()));
        if (area.isEmpty()) {
            throw new IllegalArgumentException("A crop of nothing");
        }
        int x = mirrorX ? width() - area.x - area.width : area.x;
        int y = mirrorY ? height() - area.y - area.height : area.y;
        Rectangle decoded = swapAxes
                ? new Rectangle(crop.x + y, crop.y + x, area.height, area.width)
                : new Rectangle(crop.x + x, crop.y + y, area.width, area.height);
        return new Transform(decoded, swapAxes, mirrorX, mirrorY);
    }

    private static double fraction(ByteBuffer content, int at) {
        int denominator = content.getInt(at + Integer.BYTES);
        if (denominator <= 0) {
            throw new IllegalArgumentException("A denominator of " + denominator);
        }
        return (double) content.getInt(at) / denominator;
    }
}
