package io.eyegoogler.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the colours that stand for a picture's best: all its colours in one box, and then the box in which they
 * differ most from their mean is cut in two, again and again (Heckbert's median cut, with the variance of Wan, Wong and
 * Prusinkiewicz).
 */
final class MedianCut {

    private static final int SAMPLES = 3;
    /** Colours that agree in so many bits of red, green and blue are counted as their mean. */
    private static final int BITS = 5;

    private static final int DROPPED = Byte.SIZE - BITS;

    /** A colour, 0..255 each, and how many pixels have it. */
    private record Colour(double[] rgb, double weight) {}

    private MedianCut() {}

    /** At most {@code most} colours for the pixels {@code rgbs}. */
    static int[] colours(int[] rgbs, int most) {
        List<Box> boxes = new ArrayList<>(List.of(Box.of(histogram(rgbs))));
        while (boxes.size() < most) {
            Box worst =
                    boxes.stream().max(Comparator.comparingDouble(Box::worst)).orElseThrow();
            if (worst.worst() <= 0) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(worst.cut());
        }
        return boxes.stream().mapToInt(Box::rgb).toArray();
    }

    private static List<Colour> histogram(int[] rgbs) {
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
                .map(sum -> new Colour(
                        Arrays.stream(sum, 0, SAMPLES)
                                .map(each -> each / sum[SAMPLES])
                                .toArray(),
                        sum[SAMPLES]))
                .toList();
    }

    /**
     * Some colours.
     *
     * @param mean of them
     * @param axis red, green or blue: in which they differ most
     * @param worst the sum of squares of how they differ from the mean in it
     */
    private record Box(List<Colour> colours, double[] mean, int axis, double worst) {

        static Box of(List<Colour> colours) {
            double[] sum = new double[SAMPLES];
            double[] squares = new double[SAMPLES];
            double weight = 0;
            for (Colour colour : colours) {
                for (int i = 0; i < SAMPLES; i++) {
                    sum[i] += colour.weight * colour.rgb[i];
                    squares[i] += colour.weight * colour.rgb[i] * colour.rgb[i];
                }
                weight += colour.weight;
            }
            int axis = 0;
            double[] spread = new double[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                spread[i] = squares[i] - sum[i] * sum[i] / weight;
                axis = spread[i] > spread[axis] ? i : axis;
                sum[i] /= weight;
            }
            // What rounding leaves of one colour is no spread.
            return new Box(colours, sum, axis, colours.size() == 1 ? 0 : spread[axis]);
        }

        /** Those below the mean, and the others. */
        List<Box> cut() {
            List<Colour> below = new ArrayList<>();
            List<Colour> above = new ArrayList<>();
            for (Colour colour : colours) {
                (colour.rgb[axis] < mean[axis] ? below : above).add(colour);
            }
            return below.isEmpty() || above.isEmpty()
                    ? List.of(new Box(colours, mean, axis, 0))
                    : List.of(of(below), of(above));
        }

        int rgb() {
            return (int) Math.round(mean[0]) << 16 | (int) Math.round(mean[1]) << 8 | (int) Math.round(mean[2]);
        }
    }
}
