package io.eyegoogler.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the colors of flat areas, which a palette is to have exactly. */
final class FlatColors {

    private static final int MAX_FLAT = 16;
    /** A flat color has more than one in so many of the pixels. */
    private static final int FLAT_DIVISOR = 200;

    private FlatColors() {}

    /** A color and how many pixels have it. */
    private record ColorCount(int rgb, int count) {}

    /** Returns the most frequent of {@code pixels}, which are sorted, the most frequent first. */
    static int[] of(int[] pixels) {
        List<ColorCount> counts = new ArrayList<>();
        int end;
        for (int from = 0; from < pixels.length; from = end) {
            end = from + 1;
            while (end < pixels.length && pixels[end] == pixels[from]) {
                end++;
            }
            if (end - from > pixels.length / FLAT_DIVISOR) {
                counts.add(new ColorCount(pixels[from], end - from));
            }
        }
        return counts.stream()
                .sorted(Comparator.comparingInt(ColorCount::count).reversed().thenComparing(ColorCount::rgb))
                .limit(MAX_FLAT)
                .mapToInt(ColorCount::rgb)
                .toArray();
    }
}
