package io.eyegoogler.detect.blazeface;

import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The anchors of a BlazeFace model, in the order of its outputs: the centers of grid cells, 0..1 of the crop.
 *
 * <p>All anchors have the same fixed size, so each is given by its center alone. Source: MediaPipe,
 * {@code mediapipe/calculators/tflite/ssd_anchors_calculator.cc}.
 */
final class SsdAnchors {

    private SsdAnchors() {}

    static List<Point> of(BlazeFaceSpec spec) {
        List<Point> anchors = new ArrayList<>();
        int layer = 0;
        while (layer < spec.strides().size()) {
            int stride = spec.strides().get(layer);
            int anchorsPerCell = 0;
            while (layer < spec.strides().size() && spec.strides().get(layer) == stride) {
                anchorsPerCell += spec.interpolatedAnchors() ? 2 : 1;
                layer++;
            }
            addGrid((spec.inputSize() + stride - 1) / stride, anchorsPerCell, anchors);
        }
        return List.copyOf(anchors);
    }

    private static void addGrid(int cells, int anchorsPerCell, List<Point> anchors) {
        for (int y = 0; y < cells; y++) {
            for (int x = 0; x < cells; x++) {
                Point center = new Point((x + 0.5) / cells, (y + 0.5) / cells);
                for (int i = 0; i < anchorsPerCell; i++) {
                    anchors.add(center);
                }
            }
        }
    }
}
