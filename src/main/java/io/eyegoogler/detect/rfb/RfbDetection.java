package io.eyegoogler.detect.rfb;

import io.eyegoogler.Box;
import io.eyegoogler.detect.sampling.SquareCrop;

/**
 * A place where the network sees a face.
 *
 * @param score how sure it is, 0..1
 * @param box the face from brow to chin, px of the photo unless said; of a turned frame, around its own middle
 * @param turn of the frame, clockwise, radians
 * @param seenSide the box's longer side as the network saw it, px of its input
 */
public record RfbDetection(double score, Box box, double turn, double seenSide) {

    /** The square around it, turned as the frame was. */
    public SquareCrop square() {
        return new SquareCrop(box.middle(), Math.max(1, Math.max(box.width(), box.height())), turn);
    }
}
