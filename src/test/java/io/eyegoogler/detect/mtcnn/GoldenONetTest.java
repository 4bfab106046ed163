package io.eyegoogler.detect.mtcnn;

import static io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec.FREE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.eyegoogler.detect.tensorflow.ModelSignature;
import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import io.eyegoogler.testing.Requirements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network's raw answers to a ramp of numbers, beside what TFLite answers from the file it was made of. */
class GoldenONetTest {

    private static final float TOLERANCE = 1e-4f;
    private static final TensorSpec INPUT = TensorSpec.of("image", FREE, 48L, 48L, 3L);
    private static final long[] SHAPE = {4, 48, 48, 3};

    private static final List<TensorSpec> OUTPUTS = List.of(
            TensorSpec.of("scores", FREE, 2L), TensorSpec.of("boxes", FREE, 4L), TensorSpec.of("landmarks", FREE, 10L));

    @Test
    void oNet_answersARampAsInTfLite() {
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
    void everyValue_isTfLites() throws IOException {
        assertGolden(run());
    }

    private static List<float[]> run() {
        float[] ramp = new float[(int) Arrays.stream(SHAPE).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (float) (i % 256 / 127.5 - 1);
        }
        try (SavedModelRunner model = SavedModelRunner.load(null, "mtcnn_onet", new ModelSignature(INPUT, OUTPUTS))) {
            return model.run(ramp, SHAPE);
        }
    }

    private static void assertStarts(float[] expected, float[] values) {
        assertArrayEquals(expected, Arrays.copyOf(values, expected.length), TOLERANCE);
    }

    private static void assertGolden(List<float[]> outputs) throws IOException {
        int[] lastDimensions = {2, 4, 10};
        for (int i = 0; i < outputs.size(); i++) {
            Path file = Requirements.folder("EYEGOOGLER_GOLDEN")
                    .resolve(Path.of("mtcnn", "onet.ramp.out" + lastDimensions[i] + ".f32"));
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            float[] expected = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(expected);
            assertArrayEquals(expected, outputs.get(i), TOLERANCE, file.toString());
        }
    }
}
