package io.eyegoogler.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the colors that represent a picture best: starting with all its colors in one box, it repeatedly splits the
 * box with the greatest variance (Heckbert's median cut, with the criterion of Wan, Wong and Prusinkiewicz).
 */
final class MedianCut {

    private static final int SAMPLES = 3;
    /** Colors that agree in so many bits of red, green and blue are counted as their mean. */
    private static final int BITS = 5;

    private static final int DROPPED = Byte.SIZE - BITS;

    /** A color, 0..255 each, and how many pixels have it. */
    private record Color(double[] rgb, double weight) {}

    private MedianCut() {}

    /** Returns at most {@code max} colors for the pixels {@code rgbs}. */
    static int[] colors(int[] rgbs, int max) {
        List<Box> boxes = new ArrayList<>(List.of(Box.of(histogram(rgbs))));
        while (boxes.size() < max) {
            Box worst = boxes.stream()
                    .max(Comparator.comparingDouble(Box::deviation))
                    .orElseThrow();
            if (worst.deviation() <= 0) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(worst.split());
        }
        return boxes.stream().mapToInt(Box::rgb).toArray();
    }

    private static List<Color> histogram(int[] rgbs) {
        double[][] sums = new double[1 << SAMPLES * BITS][];
        for (int rgb : rgbs) {
            int red = rgb >> 16 & 0xff;
            int green = rgb >> 8 & 0xff;
            int blue = rgb & 0xff;
            int bin = red >> DROPPED << 2 * BITS | green >> DROPPED << BITS | blue >> DROPPED;
            double[] sum = sums[bin] == null ? sums[bin] = new double[SAMPLES + 1] : sums[bin];
            sum[0] += red;
            sum[1] += green;
            sum[2] += blue;
            sum[SAMPLES]++;
        }
        return Arrays.stream(sums)
                .filter(sum -> sum != null)
                .map(sum -> new Color(
                        Arrays.stream(sum, 0, SAMPLES)
                                .map(each -> each / sum[SAMPLES])
                                .toArray(),
                        sum[SAMPLES]))
                .toList();
    }

    /**
     * A set of colors.
     *
     * @param mean their mean
     * @param axis the sample in which they differ most: 0 for red, 1 for green, 2 for blue
     * @param deviation the sum of squared differences from the mean in that sample
     */
    private record Box(List<Color> colors, double[] mean, int axis, double deviation) {

        static Box of(List<Color> colors) {
            double[] sum = new double[SAMPLES];
            double[] squares = new double[SAMPLES];
            double weight = 0;
            for (Color color : colors) {
                for (int i = 0; i < SAMPLES; i++) {
                    sum[i] += color.weight * color.rgb[i];
                    squares[i] += color.weight * color.rgb[i] * color.rgb[i];
                }
                weight += color.weight;
            }
            int axis = 0;
            double[] spread = new double[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                spread[i] = squares[i] - sum[i] * sum[i] / weight;
                axis = spread[i] > spread[axis] ? i : axis;
                sum[i] /= weight;
            }
            // Rounding errors of a single color are no deviation.
            return new Box(colors, sum, axis, colors.size() == 1 ? 0 : spread[axis]);
        }

        /** Splits the colors into those below the mean and the others. */
        List<Box> split() {
            List<Color> below = new ArrayList<>();
            List<Color> above = new ArrayList<>();
            for (Color color : colors) {
                (color.rgb[axis] < mean[axis] ? below : above).add(color);
            }
            return below.isEmpty() || above.isEmpty()
                    ? List.of(new Box(colors, mean, axis, 0))
                    : List.of(of(below), of(above));
        }

        int rgb() {
            return (int) Math.round(mean[0]) << 16 | (int) Math.round(mean[1]) << 8 | (int) Math.round(mean[2]);
        }
    }
}
