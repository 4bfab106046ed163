package io.eyegoogler.detect.rfb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.detect.GoldenFiles;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the converted model's outputs with OpenCV's for the original file.
 */
class GoldenRfbTest {

    private static final float TOLERANCE = 1e-4f;
    private static final int WIDTH = 192;
    private static final int HEIGHT = 128;

    private static SavedModelRunner model;

    @BeforeAll
    static void load() {
        model = SavedModelRunner.load(null, RfbNetwork.NAME, RfbNetwork.SIGNATURE);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void ramp_givesTheSampleOfOpenCvsOutputs() {
        List<float[]> outputs = model.run(ramp(1), 1, HEIGHT, WIDTH, PhotoSampler.CHANNELS);
        List<String[]> sample = GoldenFiles.sample("rfb.tsv").stream()
                .filter(row -> row.length == 3)
                .toList();

        assertEquals(120, sample.size());
        for (String[] row : sample) {
            float[] output = row[0].equals("scores") ? softmax(outputs.get(0)) : outputs.get(1);
            assertEquals(Float.parseFloat(row[2]), output[Integer.parseInt(row[1])], TOLERANCE, String.join(" ", row));
        }
    }

    @Test
    void outputs_haveOneValueForEachPrior() {
        int priors = new PriorBoxes(WIDTH, HEIGHT).size();
        List<float[]> outputs = model.run(ramp(1), 1, HEIGHT, WIDTH, PhotoSampler.CHANNELS);
        assertEquals(priors * BoxDecoder.LOGITS, outputs.get(0).length);
        assertEquals(priors * BoxDecoder.REGRESSORS, outputs.get(1).length);
    }

    @Test
    void batchOfThree_equalsThreeSingleRuns() {
        int length = WIDTH * HEIGHT * PhotoSampler.CHANNELS;
        float[] batch = ramp(3);
        List<float[]> together = model.run(batch, 3, HEIGHT, WIDTH, PhotoSampler.CHANNELS);
        for (int i = 0; i < 3; i++) {
            float[] image = Arrays.copyOfRange(batch, i * length, (i + 1) * length);
            List<float[]> alone = model.run(image, 1, HEIGHT, WIDTH, PhotoSampler.CHANNELS);
            for (int output = 0; output < 2; output++) {
                int each = alone.get(output).length;
                assertArrayEquals(
                        alone.get(output),
                        Arrays.copyOfRange(together.get(output), i * each, (i + 1) * each),
                        TOLERANCE);
            }
        }
    }

    @Test
    void allInputs_giveOpenCvsOutputs() throws IOException {
        assertGolden("ramp", WIDTH, HEIGHT);
        assertGolden("astronaut256", 256, 256);
    }

    private static void assertGolden(String input, int width, int height) throws IOException {
        List<float[]> outputs =
                model.run(GoldenFiles.floats("rfb", input + ".input"), 1, height, width, PhotoSampler.CHANNELS);
        assertArrayEquals(GoldenFiles.floats("rfb", input + ".scores"), softmax(outputs.get(0)), TOLERANCE);
        assertArrayEquals(GoldenFiles.floats("rfb", input + ".regressors"), outputs.get(1), TOLERANCE);
    }

    /** The probabilities that OpenCV gives, from [prior][{@link BoxDecoder#LOGITS}]. */
    private static float[] softmax(float[] logits) {
        float[] scores = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = (float) BoxDecoder.sigmoid((double) logits[i] - logits[i ^ 1]);
        }
        return scores;
    }

    private static float[] ramp(int images) {
        float[] ramp = new float[images * WIDTH * HEIGHT * PhotoSampler.CHANNELS];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (float) (i * 7919L % 251 / 125.0 - 1);
        }
        return ramp;
    }
}
