package io.eyegoogler.detect.fused;

import io.eyegoogler.detect.Point;
import io.eyegoogler.detect.View;
import java.util.ArrayList;
import java.util.List;

/** Squares of half the photo's longer side that cover it, so that a face is twice as large in one as in the whole. */
final class Tiles {

    /** Of a tile's side: a face of up to that size is whole in one of them. */
    private static final double OVERLAP = 0.25;

    private Tiles() {}

    static List<View> of(int width, int height) {
        double side = Math.max(width, height) / 2.0;
        List<View> tiles = new ArrayList<>();
        for (double y : centres(height, side)) {
            for (double x : centres(width, side)) {
                tiles.add(new View(new Point(x, y), side, 0));
            }
        }
        return tiles;
    }

    /** Along one side of the photo, px, evenly spread. */
    private static double[] centres(double length, double side) {
        if (length <= side) {
            return new double[] {length / 2};
        }
        double[] centres = new double[(int) Math.ceil((length - side) / (side * (1 - OVERLAP))) + 1];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = side / 2 + (length - side) * i / (centres.length - 1);
        }
        return centres;
    }
}
