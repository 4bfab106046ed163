package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A face that RFB detected.
 *
 * @param score 0..1
 * @param box the face from brow to chin, px of the photo unless said otherwise; upright even if the input was rotated
 * @param rotation of the input, clockwise, radians
 * @param inputSide longer side of the box in the input, px of the input
 */
public record RfbDetection(double score, Box box, double rotation, double inputSide) {

    /** Returns the square around the box, rotated as the input was. */
    public SquareCrop square() {
        return new SquareCrop(box.middle(), Math.max(1, Math.max(box.width(), box.height())), rotation);
    }
}
