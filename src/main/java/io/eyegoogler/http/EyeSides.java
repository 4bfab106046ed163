package io.eyegoogler.http;

import io.eyegoogler.Eye;
import java.util.List;
import java.util.stream.IntStream;

/** Decides by position which of a face's eyes an eye is. */
final class EyeSides {

    private EyeSides() {}

    /**
     * Returns {@code eyes}, of which those that aren't {@code sided} get the side that the nearest other eye suggests:
     * the subject's right eye is the one with the other eye on its right, in the frame of the tilted head.
     */
    static List<Eye> complete(List<Eye> eyes, List<Boolean> sided) {
        return IntStream.range(0, eyes.size())
                .mapToObj(i -> sided.get(i) ? eyes.get(i) : eyes.get(i).withSide(side(i, eyes)))
                .toList();
    }

    private static Eye.Side side(int index, List<Eye> eyes) {
        Eye eye = eyes.get(index);
        double nearest = Double.POSITIVE_INFINITY;
        double right = 0;
        for (int i = 0; i < eyes.size(); i++) {
            double dx = eyes.get(i).center().x() - eye.center().x();
            double dy = eyes.get(i).center().y() - eye.center().y();
            double distance = dx * dx + dy * dy;
            if (i != index && distance < nearest) {
                nearest = distance;
                right = dx * Math.cos(eye.roll()) + dy * Math.sin(eye.roll());
            }
        }
        return right < 0 ? Eye.Side.LEFT : Eye.Side.RIGHT;
    }
}
