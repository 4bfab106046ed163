package io.eyegoogler.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;

class TfliteConverterTest {

    @Test
    void convertedModel_loadedFromItsDirectory_computesABatch(@TempDir Path directory) throws Exception {
        SavedModelFile.write(convert(add(ActivationFunctionType.RELU)), directory);

        float[][][][] pictures = {{{{1}, {2}}, {{-3}, {4}}}, {{{5}, {-6}}, {{7}, {0}}}};
        float[] doubledAndNotNegative = {2, 4, 0, 8, 10, 0, 14, 0};
        try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString());
                TFloat32 batch = TFloat32.tensorOf(StdArrays.ndCopyOf(pictures));
                Result result = bundle.function("serving_default").call(Map.of("image", batch))) {
            TFloat32 scores = (TFloat32) result.get("scores").orElseThrow();
            float[] values = new float[doubledAndNotNegative.length];
            scores.copyTo(DataBuffers.of(values, false, false));
            assertEquals(Shape.of(2, 2, 2, 1), scores.shape());
            assertArrayEquals(doubledAndNotNegative, values);
        }
    }

    @Test
    void sameModel_convertedTwice_hasTheSameBytes() throws Exception {
        TinyModel model = add(ActivationFunctionType.RELU6);
        assertArrayEquals(SavedModelFile.bytes(convert(model)), SavedModelFile.bytes(convert(model)));
    }

    @Test
    void unknownOperator_isNamedWithModelAndTensor() {
        assertRefused(new TinyModel(BuiltinOperator.FLOOR_MOD), "tiny.tflite", "FLOOR_MOD", "block/out");
    }

    @Test
    void operatorNewerThanTheSchema_isNamedByNumber() {
        assertRefused(new TinyModel(9999), "number 9999");
    }

    @Test
    void customOperator_isNamedByItsOwnCode() {
        assertRefused(new TinyModel(BuiltinOperator.CUSTOM).custom("Googly"), "CUSTOM Googly");
    }

    @Test
    void unknownFusedActivation_isNamed() {
        assertRefused(add(ActivationFunctionType.TANH), "ADD", "block/out", "TANH");
    }

    @Test
    void operatorWithoutItsOptions_isRefused() {
        assertRefused(new TinyModel(BuiltinOperator.ADD), "ADD", "AddOptions");
    }

    @Test
    void tensorThatIsNotFloat_isNamedWithItsType() {
        assertRefused(add(ActivationFunctionType.NONE).outputType(TensorType.INT8), "ADD", "block/out", "INT8");
    }

    @Test
    void dequantizeOfAComputedTensor_isRefused() {
        assertRefused(new TinyModel(BuiltinOperator.DEQUANTIZE), "DEQUANTIZE", "'in'", "FLOAT16");
    }

    @Test
    void bytesThatAreNoModel_areRefused() {
        var e = assertThrows(
                ConversionException.class, () -> TfliteConverter.convert(new byte[64], TinyModel.DESCRIPTION));
        assertEquals("tiny.tflite: not a TFLite model", e.getMessage());
    }

    private static TinyModel add(byte activation) {
        AddOptionsT options = new AddOptionsT();
        options.setFusedActivationFunction(activation);
        return new TinyModel(BuiltinOperator.ADD).options(BuiltinOptions.AddOptions, options);
    }

    private static SavedModel convert(TinyModel model) {
        return TfliteConverter.convert(model.bytes(), TinyModel.DESCRIPTION);
    }

    private static void assertRefused(TinyModel model, String... named) {
        String message =
                assertThrows(ConversionException.class, () -> convert(model)).getMessage();
        for (String name : named) {
            assertTrue(message.contains(name), () -> "'" + name + "' is not in: " + message);
        }
    }
}
