package io.eyegoogler.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.convert.TinyOnnx.Attribute;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;

class OnnxConverterTest {

    /** Adds up each pixel and the one to its right, weighs them 1 and 10, and adds 0.5. */
    @Test
    void convolutionWithPads_computesAsInOnnx(@TempDir Path directory) throws Exception {
        assertComputes(directory, conv(1), new float[] {1, 2, 3, 4}, 21.5f, 2.5f, 43.5f, 4.5f);
    }

    /** At a stride of 2, ONNX begins at the pad before the first pixel, where TensorFlow's SAME would not. */
    @Test
    void convolutionAtAStrideOfTwo_padsBothSidesAlike(@TempDir Path directory) throws Exception {
        TinyOnnx model = new TinyOnnx()
                .constant("kernel", List.of(1L, 1L, 3L, 3L), 1, 0, 0, 0, 10, 0, 0, 0, 100)
                .node("Conv", List.of("in", "kernel"), "out", attributes(2, 1L, 1L, 1L, 1L, 1L));
        assertComputes(directory, model, new float[] {1, 2, 3, 4}, 410f);
    }

    /** The same for each channel by itself, which TensorFlow can't pad in this way: the center once, its lower right 100 times. */
    @Test
    void depthwiseConvolutionAtAStrideOfTwo_padsBothSidesAlike(@TempDir Path directory) throws Exception {
        TinyOnnx model = new TinyOnnx()
                .constant("split", List.of(2L, 1L, 1L, 1L), 1, 10)
                .constant("kernel", List.of(2L, 1L, 3L, 3L), 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100)
                .constant("join", List.of(1L, 2L, 1L, 1L), 1, 1)
                .node("Conv", List.of("in", "split"), "two", attributes(1, 1L, 0L, 0L, 0L, 0L))
                .node("Conv", List.of("two", "kernel"), "each", attributes(2, 2L, 1L, 1L, 1L, 1L))
                .node("Conv", List.of("each", "join"), "out", attributes(1, 1L, 0L, 0L, 0L, 0L));
        assertComputes(directory, model, new float[] {1, 2, 3, 4}, 4001f);
    }

    @Test
    void sameModel_convertedTwice_hasTheSameBytes() throws Exception {
        assertArrayEquals(SavedModelFile.bytes(convert(conv(1))), SavedModelFile.bytes(convert(conv(1))));
    }

    @Test
    void operatorsThatNoOutputNeeds_areLeftOut() {
        TinyOnnx model = conv(1).node("NonMaxSuppression", List.of("out"), "boxes");
        assertEquals(convert(conv(1)), convert(model));
    }

    @Test
    void unknownOperator_isNamedWithModelAndTensor() {
        assertRefused(new TinyOnnx().node("LSTM", List.of("in"), "out"), "tiny.onnx", "LSTM", "'out'");
    }

    @Test
    void convolutionInGroups_isRefused() {
        assertRefused(conv(2), "Conv", "groups");
    }

    @Test
    void operatorWithoutAnAttribute_isRefused() {
        TinyOnnx model = new TinyOnnx()
                .constant("kernel", List.of(1L, 1L, 1L, 1L), 1)
                .node("Conv", List.of("in", "kernel"), "out");
        assertRefused(model, "Conv", "group");
    }

    @Test
    void missingOutput_isNamed() {
        assertRefused(new TinyOnnx().node("Relu", List.of("in"), "other"), "'out'", "missing");
    }

    @Test
    void bytesThatAreNoModel_areRefused() {
        var e = assertThrows(
                ConversionException.class, () -> OnnxConverter.convert(new byte[64], TinyOnnx.DESCRIPTION));
        assertEquals("tiny.onnx: not an ONNX model", e.getMessage());
    }

    private static TinyOnnx conv(long group) {
        return new TinyOnnx()
                .constant("kernel", List.of(1L, 1L, 1L, 3L), 0, 1, 10)
                .constant("bias", List.of(1L), 0.5f)
                .node("Conv", List.of("in", "kernel", "bias"), "conv", attributes(1, group, 0L, 1L, 0L, 1L))
                .node("Relu", List.of("conv"), "out");
    }

    private static Attribute[] attributes(long stride, long group, Long... pads) {
        return new Attribute[] {
            Attribute.of("dilations", 1L, 1L),
            Attribute.of("group", group),
            new Attribute("pads", List.of(pads)),
            Attribute.of("strides", stride, stride)
        };
    }

    /** A picture of 2 × 2 pixels. */
    private static void assertComputes(Path directory, TinyOnnx model, float[] picture, float... expected)
            throws Exception {
        SavedModelFile.write(convert(model), directory);
        try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString());
                TFloat32 image = TFloat32.tensorOf(Shape.of(1, 2, 2, 1), DataBuffers.of(picture));
                Result result = bundle.function("serving_default").call(Map.of("image", image))) {
            float[] values = new float[expected.length];
            ((TFloat32) result.get("scores").orElseThrow()).copyTo(DataBuffers.of(values, false, false));
            assertArrayEquals(expected, values);
        }
    }

    private static SavedModel convert(TinyOnnx model) {
        return OnnxConverter.convert(model.bytes(), TinyOnnx.DESCRIPTION);
    }

    private static void assertRefused(TinyOnnx model, String... named) {
        String message =
                assertThrows(ConversionException.class, () -> convert(model)).getMessage();
        for (String name : named) {
            assertTrue(message.contains(name), () -> "'" + name + "' is not in: " + message);
        }
    }
}
