package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.ModelSignature.TensorSpec.FREE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.eyegoogler.detect.Model;
import io.eyegoogler.detect.ModelSignature;
import io.eyegoogler.detect.ModelSignature.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The networks' raw answers to a ramp of numbers, beside what TFLite answers from the files they were made of. */
class NetworksTest {

    private static final float TOLERANCE = 1e-4f;
    private static final TensorSpec P_NET_INPUT = TensorSpec.of("image", FREE, FREE, FREE, 3L);
    private static final TensorSpec R_NET_INPUT = TensorSpec.of("image", FREE, 24L, 24L, 3L);
    private static final TensorSpec O_NET_INPUT = TensorSpec.of("image", FREE, 48L, 48L, 3L);
    private static final long[] P_NET_SHAPE = {1, 48, 36, 3};
    private static final long[] R_NET_SHAPE = {4, 24, 24, 3};
    private static final long[] O_NET_SHAPE = {4, 48, 48, 3};

    private static final List<TensorSpec> P_NET_OUTPUTS = List.of(
            TensorSpec.of("scores", FREE, FREE, FREE, 2L), TensorSpec.of("boxes", FREE, FREE, FREE, 4L));
    private static final List<TensorSpec> R_NET_OUTPUTS =
            List.of(TensorSpec.of("scores", FREE, 2L), TensorSpec.of("boxes", FREE, 4L));
    private static final List<TensorSpec> O_NET_OUTPUTS = List.of(
            TensorSpec.of("scores", FREE, 2L), TensorSpec.of("boxes", FREE, 4L), TensorSpec.of("landmarks", FREE, 10L));

    @Test
    void pNet_answersARampAsInTfLite() {
        List<float[]> outputs = run("pnet", P_NET_INPUT, P_NET_SHAPE, P_NET_OUTPUTS);
        assertStarts(new float[] {0.9999976f, 2.346663e-06f, 0.9999633f, 3.667157e-05f, 0.9999678f}, outputs.get(0));
        assertStarts(
                new float[] {0.2528738f, 0.02009012f, -0.05478724f, 0.2513432f, 0.2826161f, 0.03028448f},
                outputs.get(1));
    }

    @Test
    void rNet_answersARampAsInTfLite() {
        List<float[]> outputs = run("rnet", R_NET_INPUT, R_NET_SHAPE, R_NET_OUTPUTS);
        assertStarts(new float[] {0.999423f, 0.0005770546f, 0.9998314f, 0.0001685895f}, outputs.get(0));
        assertStarts(
                new float[] {0.07110922f, 0.07368419f, -0.09386506f, 0.2407859f, 0.08077423f, -0.01950413f},
                outputs.get(1));
    }

    @Test
    void oNet_answersARampAsInTfLite() {
        List<float[]> outputs = run("onet", O_NET_INPUT, O_NET_SHAPE, O_NET_OUTPUTS);
        assertStarts(new float[] {0.9999998f, 2.548603e-07f, 0.9999998f, 2.548603e-07f}, outputs.get(0));
        assertStarts(new float[] {-0.1203259f, -0.2332217f, -0.1545536f, 0.01072635f}, outputs.get(1));
        assertStarts(
                new float[] {
                    0.198095f, 0.632389f, 0.5377165f, 0.4467149f, 0.7266648f, 0.289925f, 0.08031864f, 0.494517f,
                    0.7844024f, 0.6496246f
                },
                outputs.get(2));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "EYEGOOGLER_GOLDEN", matches = ".+")
    void everyValue_isTfLites() throws IOException {
        assertGolden("pnet", run("pnet", P_NET_INPUT, P_NET_SHAPE, P_NET_OUTPUTS));
        assertGolden("rnet", run("rnet", R_NET_INPUT, R_NET_SHAPE, R_NET_OUTPUTS));
        assertGolden("onet", run("onet", O_NET_INPUT, O_NET_SHAPE, O_NET_OUTPUTS));
    }

    private static List<float[]> run(String network, TensorSpec input, long[] shape, List<TensorSpec> outputs) {
        float[] ramp = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (float) (i % 256 / 127.5 - 1);
        }
        try (Model model = Model.load(null, "mtcnn_" + network, new ModelSignature(input, outputs))) {
            return model.run(ramp, shape);
        }
    }

    private static void assertStarts(float[] expected, float[] values) {
        assertArrayEquals(expected, Arrays.copyOf(values, expected.length), TOLERANCE);
    }

    private static void assertGolden(String network, List<float[]> outputs) throws IOException {
        int[] lastDimensions = {2, 4, 10};
        for (int i = 0; i < outputs.size(); i++) {
            Path file = Path.of(
                    System.getenv("EYEGOOGLER_GOLDEN"), "mtcnn", network + ".ramp.out" + lastDimensions[i] + ".f32");
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            float[] expected = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(expected);
            assertArrayEquals(expected, outputs.get(i), TOLERANCE, file.toString());
        }
    }
}
