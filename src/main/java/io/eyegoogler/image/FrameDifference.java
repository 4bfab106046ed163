package io.eyegoogler.image;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the pixels that change from one frame of an {@link Animation} to the next.
 *
 * <p>Where the picture itself stands still, pixels that aren't opaque never change, so that each patch can be blended
 * over the previous frame.
 */
final class FrameDifference {

    private static final byte OPAQUE = (byte) 0xff;

    private final Animation animation;
    private final PixelBytes picture;
    private final int pixelStride;
    /** Whether pixels that aren't opaque stay as they are. */
    private final boolean opaqueOnly;

    private final boolean alpha;
    private final List<Region> regions;
    /** Whether all pixels that changed in this frame are opaque now. */
    private boolean opaque;

    /** Starts at the first frame, which the picture must show now. */
    FrameDifference(Animation animation) {
        this.animation = animation;
        this.picture = PixelBytes.of(animation.picture());
        this.pixelStride = picture.pixelStride();
        this.alpha = animation.picture().getColorModel().hasAlpha();
        this.opaqueOnly = alpha && !animation.moving();
        // The regions of a still picture may have any size; they needn't be copied.
        List<Rectangle> moving = animation.frames() == 1 ? List.of() : animation.places();
        this.regions = moving.stream().map(this::region).toList();
    }

    /**
     * A region of the picture.
     *
     * @param shown samples of the last frame, as a viewer sees it
     * @param changed pixels that changed in this frame, counted row by row
     */
    private record Region(Rectangle bounds, byte[] shown, BitSet changed) {}

    private Region region(Rectangle bounds) {
        int rowBytes = bounds.width * pixelStride;
        byte[] shown = new byte[bounds.height * rowBytes];
        for (int y = 0; y < bounds.height; y++) {
            int from = picture.index(bounds.x, bounds.y + y);
            System.arraycopy(picture.samples(), from, shown, y * rowBytes, rowBytes);
        }
        return new Region(bounds, shown, new BitSet(bounds.width * bounds.height));
    }

    /** Draws a frame and returns what changed; one unchanged pixel if nothing did. */
    FramePatch next(int frame) {
        animation.draw().accept(frame);
        opaque = true;
        Rectangle bounds = regions.stream()
                .map(this::update)
                .filter(changed -> !changed.isEmpty())
                .reduce(Rectangle::union)
                .orElseGet(() -> new Rectangle(1, 1));
        BitSet changed = new BitSet(bounds.width * bounds.height);
        regions.forEach(region -> copyChanged(region, bounds, changed));
        return new FramePatch(bounds, changed, opaque);
    }

    /** Updates a region to the current frame and returns the bounds of what changed, px of the picture. */
    private Rectangle update(Region region) {
        region.changed.clear();
        Rectangle bounds = new Rectangle();
        int width = region.bounds.width;
        for (int y = 0; y < region.bounds.height; y++) {
            updateRow(region, y);
            int first = region.changed.nextSetBit(y * width) - y * width;
            if (first >= 0 && first < width) {
                int last = region.changed.previousSetBit((y + 1) * width - 1) - y * width;
                Rectangle row = new Rectangle(region.bounds.x + first, region.bounds.y + y, last - first + 1, 1);
                bounds = bounds.isEmpty() ? row : bounds.union(row);
            }
        }
        return bounds;
    }

    private void updateRow(Region region, int y) {
        int length = region.bounds.width * pixelStride;
        int before = y * length;
        byte[] samples = picture.samples();
        int now = picture.index(region.bounds.x, region.bounds.y + y);
        int i = 0;
        while (i < length) {
            int same = Arrays.mismatch(region.shown, before + i, before + length, samples, now + i, now + length);
            if (same < 0) {
                return;
            }
            i += same - (i + same) % pixelStride;
            if (!opaqueOnly) {
                i = updateRun(region, before, now, i, length);
                continue;
            }
            if (samples[now + i] == OPAQUE && region.shown[before + i] == OPAQUE) {
                System.arraycopy(samples, now + i, region.shown, before + i, pixelStride);
                region.changed.set((before + i) / pixelStride);
            }
            i += pixelStride;
        }
    }

    /** Updates a run of changed pixels in a row, from {@code start} on, and returns where it ends. */
    private int updateRun(Region region, int before, int now, int start, int length) {
        byte[] samples = picture.samples();
        int end = start;
        boolean same = false;
        while (end < length && !same) {
            opaque &= !alpha || samples[now + end] == OPAQUE;
            end += pixelStride;
            same = end < length && isSame(region.shown, before + end, samples, now + end);
        }
        System.arraycopy(samples, now + start, region.shown, before + start, end - start);
        region.changed.set((before + start) / pixelStride, (before + end) / pixelStride);
        return end;
    }

    private boolean isSame(byte[] one, int i, byte[] two, int j) {
        return one[i] == two[j]
                && one[i + 1] == two[j + 1]
                && one[i + 2] == two[j + 2]
                && one[i + pixelStride - 1] == two[j + pixelStride - 1];
    }

    /** Sets the changed pixels of a region in {@code changed}, which counts those of {@code bounds} row by row. */
    private static void copyChanged(Region region, Rectangle bounds, BitSet changed) {
        Rectangle part = region.bounds;
        int end;
        for (int from = region.changed.nextSetBit(0); from >= 0; from = region.changed.nextSetBit(end)) {
            int row = from / part.width;
            end = Math.min(region.changed.nextClearBit(from), (row + 1) * part.width);
            int start = (part.y + row - bounds.y) * bounds.width + part.x - bounds.x - row * part.width;
            changed.set(start + from, start + end);
        }
    }
}
