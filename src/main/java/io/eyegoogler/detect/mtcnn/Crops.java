package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import java.util.List;

/**
 * Pictures as MTCNN's networks take them: [picture][x][y][red, green, blue], each -1..1.
 *
 * <p>The networks were trained on pictures with x and y exchanged. What lies outside the photo has pixel value 0, which
 * is -1 here.
 */
final class Crops {

    static final int CHANNELS = 3;
    /** Values for each picture or place: that it is no face, that it is one; 0..1. */
    static final int SCORES = 2;
    static final int FACE = 1;

    /** From 0..255: (v - 127.5) / 128. */
    private static final float SCALE = 1 / 128f;
    private static final float BIAS = -127.5f / 128;

    private Crops() {}

    /** Each of {@code views} of the photo as a picture of {@code side} × {@code side} px. */
    static float[] of(PhotoSampler photo, List<View> views, int side) {
        PhotoSampler transposed = photo.transposed();
        int length = side * side * CHANNELS;
        float[] pictures = new float[Math.multiplyExact(views.size(), length)];
        for (int i = 0; i < views.size(); i++) {
            transposed.sample(views.get(i).transposed(), side, SCALE, BIAS, pictures, i * length);
        }
        return pictures;
    }

    /** The whole photo as a picture of {@code width} × {@code height} px. */
    static float[] whole(PhotoSampler photo, int width, int height) {
        float[] picture = new float[Math.multiplyExact(width * height, CHANNELS)];
        Box whole = new Box(0, 0, photo.height(), photo.width());
        photo.transposed().sample(whole, height, width, SCALE, BIAS, picture, 0);
        return picture;
    }
}
