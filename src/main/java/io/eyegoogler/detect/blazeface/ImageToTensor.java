package io.eyegoogler.detect.blazeface;

import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.List;

/**
 * Views of a photo as the model's input: one batch, [view][row][column][red, green, blue], each -1..1.
 *
 * <p>Pixel 0, and with it all that lies outside the photo, is -1. Source: MediaPipe,
 * {@code mediapipe/calculators/tensor/image_to_tensor_calculator.cc}; where that reads single pixels when it shrinks,
 * this averages their area.
 */
final class ImageToTensor {

    /** From 0..255 to -1..1. */
    private static final float SCALE = 1 / 127.5f;

    private static final float BIAS = -1;

    private ImageToTensor() {}

    static float[] convert(PhotoSampler photo, List<SquareCrop> views, int inputSize) {
        int length = inputSize * inputSize * BlazeFaceSpec.CHANNELS;
        float[] tensor = new float[Math.multiplyExact(views.size(), length)];
        for (int i = 0; i < views.size(); i++) {
            photo.sample(views.get(i), inputSize, SCALE, BIAS, tensor, i * length);
        }
        return tensor;
    }
}
