package io.eyegoogler.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MotionFilterTest {

    private static final double INTERVAL = 0.04;

    @Test
    void noise_isSmoothed() {
        Random random = new Random(1);
        MotionFilter filter = new MotionFilter(0, 0);
        double squares = 0;
        for (int i = 0; i < 1000; i++) {
            filter.update(new double[] {random.nextGaussian(), random.nextGaussian()}, INTERVAL, 1);
            double[] value = filter.predicted(0);
            squares += i < 20 ? 0 : value[0] * value[0] + value[1] * value[1];
        }

        double deviation = Math.sqrt(squares / 980 / 2);
        assertTrue(deviation < 0.65, "deviation " + deviation);
    }

    @Test
    void quickMotion_isFollowedWithoutLag() {
        MotionFilter filter = new MotionFilter(0);
        for (int i = 1; i <= 50; i++) {
            double position = 40 * Math.sin(i / 4.0);
            filter.update(new double[] {position}, INTERVAL, 1);

            assertEquals(position, filter.predicted(0)[0], 4, "frame " + i);
        }
    }

    @Test
    void steadyMotion_goesOnWhenNothingIsMeasured() {
        MotionFilter filter = new MotionFilter(0);
        for (int i = 1; i <= 50; i++) {
            filter.update(new double[] {5 * i}, INTERVAL, 1);
        }
        filter.coast(10 * INTERVAL);

        assertEquals(300, filter.predicted(0)[0], 5);
    }

    @Test
    void restingValue_staysWhenNothingIsMeasured() {
        MotionFilter filter = new MotionFilter(0);
        filter.update(new double[] {10}, INTERVAL, 1);
        filter.rest();
        filter.coast(1);

        assertEquals(10, filter.predicted(1)[0], 1e-9);
    }
}
