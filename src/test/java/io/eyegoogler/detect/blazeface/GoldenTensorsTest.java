package io.eyegoogler.detect.blazeface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.Face;
import io.eyegoogler.detect.GoldenFiles;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.detect.tensorflow.SavedModelRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the converted models' outputs with those of Google's own TFLite runtime for the original files. */
class GoldenTensorsTest {

    private static final float TOLERANCE = 1e-3f;
    /** Over black padding logits reach -276, where rounding shows; a logit of -90 is a probability of 10^-39. */
    private static final float NEGLIGIBLE_LOGIT = -90;

    private static final float NEGLIGIBLE_TOLERANCE = 1e-2f;

    private static Map<String, SavedModelRunner> models;

    @BeforeAll
    static void load() {
        models = Map.of(
                "short",
                        SavedModelRunner.load(
                                null, spec("short").name(), spec("short").signature(896)),
                "full",
                        SavedModelRunner.load(
                                null, spec("full").name(), spec("full").signature(2304)));
    }

    @AfterAll
    static void close() {
        models.values().forEach(SavedModelRunner::close);
    }

    private static BlazeFaceSpec spec(String model) {
        return model.equals("short") ? BlazeFaceSpec.SHORT_RANGE : BlazeFaceSpec.FULL_RANGE;
    }

    private static List<float[]> run(String model, float[] input, int batch) {
        int size = spec(model).inputSize();
        return models.get(model).run(input, batch, size, size, 3);
    }

    private static float[] generated(String name, int length) {
        float[] input = new float[length];
        int random = 12345;
        for (int i = 0; i < length; i++) {
            random ^= random << 13;
            random ^= random >>> 17;
            random ^= random << 5;
            input[i] = switch (name) {
                case "zeros" -> 0;
                case "ramp" -> (float) (i % 256 / 127.5 - 1);
                case "noise_12345" -> ((random >>> 8) - 8388608) / 8388608f;
                default -> throw new IllegalArgumentException(name);
            };
        }
        return input;
    }

    @ParameterizedTest
    @CsvSource({"short, zeros", "short, ramp", "short, noise_12345", "full, zeros", "full, ramp", "full, noise_12345"})
    void generatedInput_givesTheSampleOfTfLitesOutputs(String model, String input) {
        int size = spec(model).inputSize();
        List<float[]> outputs = run(model, generated(input, size * size * 3), 1);
        List<String[]> sample = GoldenFiles.sample("blazeface.tsv").stream()
                .filter(row -> row.length == 5 && row[0].equals(model) && row[1].equals(input))
                .toList();

        assertEquals(80, sample.size());
        for (String[] row : sample) {
            float[] output = outputs.get(row[2].equals("regressors") ? 0 : 1);
            assertEquals(Float.parseFloat(row[4]), output[Integer.parseInt(row[3])], TOLERANCE, String.join(" ", row));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "full"})
    void batchOfEight_equalsEightSingleRuns(String model) {
        int length = spec(model).inputSize() * spec(model).inputSize() * 3;
        float[] batch = generated("noise_12345", 8 * length);
        List<float[]> together = run(model, batch, 8);

        for (int i = 0; i < 8; i++) {
            List<float[]> alone = run(model, Arrays.copyOfRange(batch, i * length, (i + 1) * length), 1);
            for (int output = 0; output < 2; output++) {
                int each = alone.get(output).length;
                assertArrayEquals(
                        alone.get(output),
                        Arrays.copyOfRange(together.get(output), i * each, (i + 1) * each),
                        TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "full"})
    void allInputs_giveTfLitesOutputs(String model) throws IOException {
        List<String> inputs;
        try (var files = Files.list(GoldenFiles.path(model))) {
            inputs = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".input.f32"))
                    .map(name -> name.replace(".input.f32", ""))
                    .toList();
        }
        assertEquals(6, inputs.size());
        for (String input : inputs) {
            List<float[]> outputs = run(model, GoldenFiles.floats(model, input + ".input"), 1);
            float[] regressors = GoldenFiles.floats(model, input + ".regressors");
            float[] scores = GoldenFiles.floats(model, input + ".classificators");
            for (int anchor = 0; anchor < scores.length; anchor++) {
                float tolerance = scores[anchor] < NEGLIGIBLE_LOGIT ? NEGLIGIBLE_TOLERANCE : TOLERANCE;
                assertEquals(scores[anchor], outputs.get(1)[anchor], tolerance, input + " score " + anchor);
                for (int i = anchor * 16; i < (anchor + 1) * 16; i++) {
                    assertEquals(regressors[i], outputs.get(0)[i], tolerance, input + " regressor " + i);
                }
            }
        }
    }

    /** Compares with MediaPipe's own detections for the same input tensor: decoding, suppression and projection. */
    @ParameterizedTest
    @ValueSource(strings = {"astronaut", "astro_wide", "two_faces"})
    void sameInput_givesMediaPipesFaces(String photo) throws IOException {
        JsonObject expected = mediaPipe("photos/" + photo + ".png");
        SquareCrop crop = SquareCrop.letterbox(
                expected.get("width").getAsInt(), expected.get("height").getAsInt());
        List<float[]> outputs = run("short", GoldenFiles.floats("short", photo + "_gl.input"), 1);
        TensorsToDetections decoder = new TensorsToDetections(SsdAnchors.of(spec("short")), 128);
        List<Face> faces = WeightedNms.suppress(decoder.decode(outputs.get(0), outputs.get(1), 0, 0.5)).stream()
                .map(crop::project)
                .toList();
        JsonArray detections = expected.getAsJsonArray("detections");

        assertTrue(faces.size() > 0);
        assertEquals(detections.size(), faces.size());
        for (int i = 0; i < faces.size(); i++) {
            JsonObject detection = detections.get(i).getAsJsonObject();
            assertEquals(detection.get("score").getAsDouble(), faces.get(i).score(), 1e-3);
            JsonObject eye = detection.getAsJsonObject("keypoints").getAsJsonObject("rightEye");
            assertEquals(
                    eye.get("x").getAsDouble(),
                    faces.get(i).keypoints().rightEye().x(),
                    0.05);
            assertEquals(
                    eye.get("y").getAsDouble(),
                    faces.get(i).keypoints().rightEye().y(),
                    0.05);
            JsonObject box = detection.getAsJsonObject("boxPx");
            assertEquals(box.get("x").getAsDouble(), faces.get(i).box().x(), 0.05);
            assertEquals(box.get("width").getAsDouble(), faces.get(i).box().width(), 0.05);
        }
    }

    private static JsonObject mediaPipe(String photo) throws IOException {
        Path file = GoldenFiles.path("detections", "solution_short.json");
        for (JsonElement result :
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("results")) {
            if (result.getAsJsonObject().get("image").getAsString().equals(photo)) {
                return result.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException(photo);
    }
}
