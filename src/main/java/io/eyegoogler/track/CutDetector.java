package io.eyegoogler.track;

import static io.eyegoogler.detect.sampling.PhotoSampler.CHANNELS;

import java.awt.image.BufferedImage;

/** Detects cuts to another scene from the mean colors of a coarse grid over each frame. */
final class CutDetector {

    /** Cells along a side of the grid. */
    private static final int CELLS = 16;
    /** Pixels that are read along a side of a cell. */
    private static final int POINTS = 4;
    /** Mean difference of two frames' cells, 0..255, from which on there may be a cut. */
    private static final double MIN_DIFFERENCE = 18;
    /** Minimum ratio of the difference at a cut to the usual one. */
    private static final double MIN_RATIO = 3;
    /** How far the picture may have moved as a whole, cells. */
    private static final int MAX_SHIFT = 1;

    /** The cells of the last frame; null before the first. */
    private float[] last;
    /** Moving average of the difference from frame to frame. */
    private double usual;

    /** Tells whether {@code frame} is the first of a scene; the first of all is. */
    boolean isCut(BufferedImage frame) {
        float[] cells = cells(frame);
        if (last == null) {
            last = cells;
            return true;
        }
        double difference = difference(last, cells);
        boolean cut = difference >= MIN_DIFFERENCE && difference >= MIN_RATIO * usual;
        last = cells;
        usual = cut ? 0 : (usual + difference) / 2;
        return cut;
    }

    /** Returns the mean colors of the cells, [row][column][red, green, blue], 0..255, from a few pixels of each. */
    private static float[] cells(BufferedImage frame) {
        float[] cells = new float[CELLS * CELLS * CHANNELS];
        int points = CELLS * POINTS;
        for (int row = 0; row < points; row++) {
            int y = (int) ((row + 0.5) * frame.getHeight() / points);
            for (int column = 0; column < points; column++) {
                int rgb = frame.getRGB((int) ((column + 0.5) * frame.getWidth() / points), y);
                int at = (row / POINTS * CELLS + column / POINTS) * CHANNELS;
                cells[at] += (rgb >> 16 & 0xff) / (float) (POINTS * POINTS);
                cells[at + 1] += (rgb >> 8 & 0xff) / (float) (POINTS * POINTS);
                cells[at + 2] += (rgb & 0xff) / (float) (POINTS * POINTS);
            }
        }
        return cells;
    }

    /** Returns the mean difference at the shift where it is least. */
    private static double difference(float[] before, float[] now) {
        double least = Double.MAX_VALUE;
        for (int down = -MAX_SHIFT; down <= MAX_SHIFT; down++) {
            for (int right = -MAX_SHIFT; right <= MAX_SHIFT; right++) {
                least = Math.min(least, difference(before, now, right, down));
            }
        }
        return least;
    }

    private static double difference(float[] before, float[] now, int right, int down) {
        double sum = 0;
        int count = 0;
        for (int row = Math.max(0, -down); row < CELLS - Math.max(0, down); row++) {
            for (int column = Math.max(0, -right); column < CELLS - Math.max(0, right); column++) {
                int from = (row * CELLS + column) * CHANNELS;
                int to = ((row + down) * CELLS + column + right) * CHANNELS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    sum += Math.abs(now[to + channel] - before[from + channel]);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
