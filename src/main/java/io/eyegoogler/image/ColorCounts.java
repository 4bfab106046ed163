package io.eyegoogler.image;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Counts how many pixels have each color, as long as there aren't too many colors. */
final class ColorCounts {

    private static final int RGB = 0xffffff;
    /** 2³² divided by the golden ratio, by which colors are spread over the slots (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    private final int max;
    private final int[] colors;
    private final int[] counts;
    private final int slotShift;
    private int distinct;
    private boolean complete = true;

    /**
     * Counts the colors of {@code pixels}, of which 0 is transparent.
     *
     * @param max most colors that are counted, a power of two
     */
    ColorCounts(int[] pixels, int max) {
        this.max = max;
        this.colors = new int[2 * max];
        this.counts = new int[colors.length];
        this.slotShift = Integer.SIZE - Integer.numberOfTrailingZeros(colors.length);
        int last = 0;
        for (int i = 0; i < pixels.length && complete; i++) {
            int pixel = pixels[i];
            if (pixel != 0) {
                last = colors[last] == pixel ? last : slot(pixel);
                add(pixel, last);
            }
        }
    }

    private void add(int pixel, int slot) {
        if (counts[slot]++ == 0) {
            colors[slot] = pixel;
            complete = ++distinct <= max;
        }
    }

    private int slot(int pixel) {
        int slot = pixel * SPREAD >>> slotShift;
        while (counts[slot] > 0 && colors[slot] != pixel) {
            slot = slot + 1 & colors.length - 1;
        }
        return slot;
    }

    /** Returns whether there are no more colors than were to be counted. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the colors as red, green and blue, the most frequent first. */
    int[] mostFrequent() {
        return IntStream.range(0, colors.length)
                .filter(slot -> counts[slot] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(slot -> -counts[slot]).thenComparing(slot -> colors[slot]))
                .mapToInt(slot -> colors[slot] & RGB)
                .toArray();
    }
}
