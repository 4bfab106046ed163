package io.eyegoogler.detect.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorBoxesTest {

    @Test
    void inputOfTheTrainedSize_hasTheAuthorsPriors() {
        // The author's own number for 320 × 240.
        List<Box> priors = new PriorBoxes(320, 240);
        assertEquals(4420, priors.size());
        assertEquals(new Box(-1, -1, 10, 10), priors.get(0));
        assertEquals(new Box(-8, -8, 24, 24), priors.get(2));
        assertEquals(new Box(7, -1, 10, 10), priors.get(3));
    }

    @Test
    void gridsOfLargerStrides_comeNext() {
        List<Box> priors = new PriorBoxes(320, 240);
        assertEquals(new Box(-8, -8, 32, 32), priors.get(40 * 30 * 3));
        assertEquals(new Box(288 - 128, 224 - 128, 256, 256), priors.get(4419));
    }

    @Test
    void gridsOfSizesThatNoStrideDivides_areRoundedUp() {
        assertEquals((2 * 3 * 3) + (1 * 2 * 2) + (1 * 1 * 2) + (1 * 1 * 3), new PriorBoxes(13, 17).size());
    }

    @Test
    void regressors_shiftAndScaleThePrior() {
        List<RfbDetection> detections = BoxDecoder.decode(
                List.of(new Box(10, 20, 40, 40)),
                new float[] {0.1f, 0.9f},
                new float[] {1, -2, (float) (Math.log(2) / 0.2), 0},
                0.5);
        Box box = detections.get(0).box();
        assertEquals(30 + 4, box.middle().x(), 1e-4);
        assertEquals(40 - 8, box.middle().y(), 1e-4);
        assertEquals(80, box.width(), 1e-4);
        assertEquals(40, box.height(), 1e-4);
    }

    @Test
    void detectionsBelowTheMinimumScore_areDropped() {
        List<Box> priors = List.of(new Box(0, 0, 10, 10), new Box(0, 0, 10, 10));
        float[] logits = {0.8f, -0.8f, 0.2f, -0.2f};
        assertEquals(1, BoxDecoder.decode(priors, logits, new float[8], 0.3).size());
    }
}
