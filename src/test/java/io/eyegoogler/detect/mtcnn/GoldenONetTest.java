package io.eyegoogler.detect.mtcnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.eyegoogler.detect.GoldenFiles;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the network's outputs for a ramp of numbers with TFLite's for the original file. */
class GoldenONetTest {

    private static final float TOLERANCE = 1e-4f;
    private static final long[] SHAPE = {4, 48, 48, 3};

    @Test
    void ramp_givesTheSampleOfTfLitesOutputs() {
        List<float[]> outputs = run();
        assertStarts(new float[] {0.9999998f, 2.548603e-07f, 0.9999998f, 2.548603e-07f}, outputs.get(0));
        assertStarts(new float[] {-0.1203259f, -0.2332217f, -0.1545536f, 0.01072635f}, outputs.get(1));
        assertStarts(
                new float[] {
                    0.198095f,
                    0.632389f,
                    0.5377165f,
                    0.4467149f,
                    0.7266648f,
                    0.289925f,
                    0.08031864f,
                    0.494517f,
                    0.7844024f,
                    0.6496246f
                },
                outputs.get(2));
    }

    @Test
    void ramp_givesTfLitesOutputs() throws IOException {
        List<float[]> outputs = run();
        assertArrayEquals(GoldenFiles.floats("mtcnn", "onet.ramp.out2"), outputs.get(0), TOLERANCE);
        assertArrayEquals(GoldenFiles.floats("mtcnn", "onet.ramp.out4"), outputs.get(1), TOLERANCE);
        assertArrayEquals(GoldenFiles.floats("mtcnn", "onet.ramp.out10"), outputs.get(2), TOLERANCE);
    }

    private static List<float[]> run() {
        float[] ramp = new float[(int) Arrays.stream(SHAPE).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (float) (i % 256 / 127.5 - 1);
        }
        try (SavedModelRunner model = SavedModelRunner.load(null, ONet.NAME, ONet.SIGNATURE)) {
            return model.run(ramp, SHAPE);
        }
    }

    private static void assertStarts(float[] expected, float[] values) {
        assertArrayEquals(expected, Arrays.copyOf(values, expected.length), TOLERANCE);
    }
}
