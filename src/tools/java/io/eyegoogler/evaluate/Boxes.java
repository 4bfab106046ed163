package io.eyegoogler.evaluate;

import io.eyegoogler.Box;
import io.eyegoogler.Point;

/** Plain geometry of boxes. */
public final class Boxes {

    private Boxes() {}

    public static double longerSide(Box box) {
        return Math.max(box.width(), box.height());
    }

    static boolean contains(Box box, Point point) {
        return point.x() >= box.x()
                && point.y() >= box.y()
                && point.x() <= box.x() + box.width()
                && point.y() <= box.y() + box.height();
    }
}
