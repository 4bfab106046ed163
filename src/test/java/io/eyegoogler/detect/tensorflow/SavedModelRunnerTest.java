package io.eyegoogler.detect.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedModelRunnerTest {

    private static final String NAME = "blazeface_short_range";
    private static final ModelSignature SIGNATURE = new ModelSignature(
            TensorSpec.of("image", -1L, 128L, 128L, 3L),
            List.of(TensorSpec.of("regressors", -1L, 896L, 16L), TensorSpec.of("scores", -1L, 896L, 1L)));

    @Test
    void modelFromADirectory_givesTheSameAsFromTheJar() {
        try (SavedModelRunner fromJar = SavedModelRunner.load(null, NAME, SIGNATURE);
                SavedModelRunner fromDirectory = SavedModelRunner.load(Path.of("models"), NAME, SIGNATURE)) {
            float[] gray = new float[128 * 128 * 3];
            assertArrayEquals(
                    fromJar.run(gray, 1, 128, 128, 3).get(0),
                    fromDirectory.run(gray, 1, 128, 128, 3).get(0));
        }
    }

    @Test
    void missingModel_isAnErrorThatNamesIt(@TempDir Path empty) {
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> SavedModelRunner.load(empty, NAME, SIGNATURE));
        assertTrue(error.getMessage().contains(NAME), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SavedModelRunner.load(null, "no_such_model", SIGNATURE));
    }

    @Test
    void damagedModel_isAnErrorThatNamesIt(@TempDir Path models) throws IOException {
        Path file = Files.createDirectories(models.resolve(NAME)).resolve("saved_model.pb");
        Files.writeString(file, "not a model");
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> SavedModelRunner.load(models, NAME, SIGNATURE));
        assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
    }

    @Test
    void modelOfAnotherShape_isAnErrorThatNamesTheTensor() {
        ModelSignature other = new ModelSignature(SIGNATURE.input(), List.of(TensorSpec.of("scores", -1L, 2304L, 1L)));
        Exception error = assertThrows(IllegalArgumentException.class, () -> SavedModelRunner.load(null, NAME, other));
        assertTrue(error.getMessage().contains("scores is DT_FLOAT [-1, 896, 1]"), error.getMessage());
        ModelSignature missing = new ModelSignature(SIGNATURE.input(), List.of(TensorSpec.of("masks", -1L)));
        assertThrows(IllegalArgumentException.class, () -> SavedModelRunner.load(null, NAME, missing));
    }

    @Test
    void inputOfAnotherShape_isRejected() {
        try (SavedModelRunner model = SavedModelRunner.load(null, NAME, SIGNATURE)) {
            float[] input = new float[192 * 192 * 3];
            assertThrows(IllegalArgumentException.class, () -> model.run(input, 1, 192, 192, 3));
            assertThrows(IllegalArgumentException.class, () -> model.run(input, 192, 192, 3));
            assertEquals(
                    2, model.run(new float[2 * 128 * 128 * 3], 2, 128, 128, 3).size());
        }
    }
}
