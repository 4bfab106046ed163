package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The network's prior boxes, all of them squares, in the order of its outputs, px of its input. Each is computed when it
 * is asked for, since few of the thousands are.
 *
 * <p>One grid for each stride, row by row; at the center of each cell, one box for each of the stride's sizes. Source:
 * Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB, {@code vision/ssd/config/fd_config.py}.
 */
final class PriorBoxes extends AbstractList<Box> implements RandomAccess {

    /** One grid: the sides of its cells and of the boxes in each, px. */
    private record Layer(int stride, int... sizes) {

        /** Returns the number of cells along a side; each layer with stride 2 rounds up. */
        int cells(int length) {
            return (length + stride - 1) / stride;
        }
    }

    private static final List<Layer> LAYERS = List.of(
            new Layer(8, 10, 16, 24), new Layer(16, 32, 48), new Layer(32, 64, 96), new Layer(64, 128, 192, 256));

    private final int width;
    private final int height;

    /** Creates the prior boxes for an input of {@code width} × {@code height} px. */
    PriorBoxes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public int size() {
        return LAYERS.stream().mapToInt(this::count).sum();
    }

    private int count(Layer layer) {
        return layer.cells(width) * layer.cells(height) * layer.sizes.length;
    }

    @Override
    public Box get(int index) {
        Objects.checkIndex(index, size());
        int i = index;
        int n = 0;
        while (i >= count(LAYERS.get(n))) {
            i -= count(LAYERS.get(n));
            n++;
        }
        Layer layer = LAYERS.get(n);
        int cell = i / layer.sizes.length;
        Point center = new Point(
                (cell % layer.cells(width) + 0.5) * layer.stride, (cell / layer.cells(width) + 0.5) * layer.stride);
        int side = layer.sizes[i % layer.sizes.length];
        return Box.around(center, side, side);
    }
}
