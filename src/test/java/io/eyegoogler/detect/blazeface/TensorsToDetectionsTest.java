package io.eyegoogler.detect.blazeface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorsToDetectionsTest {

    private static final List<Point> ANCHORS = List.of(new Point(0.25, 0.25), new Point(0.75, 0.25));
    private static final int SIZE = 128;
    private final TensorsToDetections decoder = new TensorsToDetections(ANCHORS, SIZE);
    /** Two crops with two anchors each, all below the threshold. */
    private final float[] logits = {-9, -9, -9, -9};

    private final float[] regressors = new float[4 * 16];

    @Test
    void valuesOfAnAnchorAboveTheThreshold_areRelativeToIt() {
        logits[1] = (float) Math.log(4);
        float[] values = {12.8f, -6.4f, 32, 64, 1.28f, 2.56f, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        System.arraycopy(values, 0, regressors, 16, 16);

        Face face = decoder.decode(regressors, logits, 0, 0.5).get(0);

        assertEquals(0.8, face.score(), 1e-6);
        assertBox(new Box(0.85 - 0.125, 0.2 - 0.25, 0.25, 0.5), face.box());
        assertEquals(0.76, face.keypoints().rightEye().x(), 1e-6);
        assertEquals(0.27, face.keypoints().rightEye().y(), 1e-6);
        assertEquals(0.75 + 11.0 / SIZE, face.keypoints().leftEarTragion().x(), 1e-6);
        assertEquals(0.25 + 12.0 / SIZE, face.keypoints().leftEarTragion().y(), 1e-6);
    }

    private static void assertBox(Box expected, Box actual) {
        assertEquals(expected.x(), actual.x(), 1e-6);
        assertEquals(expected.y(), actual.y(), 1e-6);
        assertEquals(expected.width(), actual.width(), 1e-6);
        assertEquals(expected.height(), actual.height(), 1e-6);
    }

    @Test
    void crops_areDecodedSeparately() {
        logits[3] = 2;

        assertTrue(decoder.decode(regressors, logits, 0, 0.5).isEmpty());
        assertEquals(
                0.75, decoder.decode(regressors, logits, 1, 0.5).get(0).box().x(), 1e-6);
    }

    @Test
    void score_isKeptAtTheThreshold_andDroppedBelow() {
        logits[0] = 0;
        logits[1] = -1e-3f;

        assertEquals(1, decoder.decode(regressors, logits, 0, 0.5).size());
    }

    @Test
    void boxOfNegativeOrUndefinedSize_isDropped() {
        Arrays.fill(logits, 200);
        regressors[2] = -1;
        regressors[16 + 3] = Float.NaN;

        assertTrue(decoder.decode(regressors, logits, 0, 0.5).isEmpty());
        assertEquals(1, decoder.decode(regressors, logits, 1, 0.5).get(0).score(), "Clipped, not infinite");
    }
}
