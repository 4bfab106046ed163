package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * The network's prior boxes, all of them squares, in the order of its outputs, px of its input.
 *
 * <p>One grid for each stride, row by row; at the center of each cell, one box for each of the stride's sizes.
 * Source: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB, {@code vision/ssd/config/fd_config.py}.
 */
final class PriorBoxes {

    /** One grid: the sides of its cells and of the boxes in each, px. */
    private record Layer(int stride, int... sizes) {}

    private static final List<Layer> LAYERS = List.of(
            new Layer(8, 10, 16, 24), new Layer(16, 32, 48), new Layer(32, 64, 96), new Layer(64, 128, 192, 256));

    private PriorBoxes() {}

    /** Returns the prior boxes for an input of {@code width} × {@code height} px. */
    static List<Box> of(int width, int height) {
        List<Box> priors = new ArrayList<>();
        for (Layer layer : LAYERS) {
            for (int row = 0; row < cells(height, layer); row++) {
                for (int column = 0; column < cells(width, layer); column++) {
                    double x = (column + 0.5) * layer.stride();
                    double y = (row + 0.5) * layer.stride();
                    for (int size : layer.sizes()) {
                        priors.add(new Box(x - size / 2.0, y - size / 2.0, size, size));
                    }
                }
            }
        }
        return priors;
    }

    /** Returns the number of cells along a side; each layer with stride 2 rounds up. */
    private static int cells(int length, Layer layer) {
        return (length + layer.stride() - 1) / layer.stride();
    }
}
