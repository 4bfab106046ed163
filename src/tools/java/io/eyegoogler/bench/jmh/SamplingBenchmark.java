package io.eyegoogler.bench.jmh;

import io.eyegoogler.Point;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Resizing of a photo to the input of a model: {@code make bench BENCH=Sampling}. */
@State(Scope.Benchmark)
public class SamplingBenchmark {

    /** Side of BlazeFace's short-range input, px. */
    private static final int SIDE = 128;

    private static final float SCALE = 1 / 127.5f;

    private final float[] input = new float[SIDE * SIDE * 3];
    private final HelperThreads oneThread = new HelperThreads(1);
    private final HelperThreads allThreads =
            new HelperThreads(Runtime.getRuntime().availableProcessors());
    private PhotoSampler pyramid;
    private SquareCrop whole;
    private SquareCrop rotated;

    @Setup(Level.Trial)
    public void build(PhotoState state) {
        int width = state.photo.getWidth();
        int height = state.photo.getHeight();
        pyramid = PhotoSampler.withPyramid(state.photo, allThreads);
        whole = SquareCrop.letterbox(width, height);
        rotated = new SquareCrop(new Point(width / 2.0, height / 2.0), height / 2.0, 0.3);
    }

    @TearDown(Level.Trial)
    public void close() {
        oneThread.close();
        allThreads.close();
    }

    /** The whole photo, from its own pixels. */
    @Benchmark
    public float[] letterbox(PhotoState state) {
        return sample(PhotoSampler.of(state.photo), whole);
    }

    /** The image pyramid. */
    @Benchmark
    public PhotoSampler pyramid(PhotoState state) {
        return PhotoSampler.withPyramid(state.photo, oneThread);
    }

    @Benchmark
    public PhotoSampler pyramidOnAllThreads(PhotoState state) {
        return PhotoSampler.withPyramid(state.photo, allThreads);
    }

    @Benchmark
    public float[] letterboxOfPyramid() {
        return sample(pyramid, whole);
    }

    /** A rotated square, half as high as the photo. */
    @Benchmark
    public float[] rotatedSquare() {
        return sample(pyramid, rotated);
    }

    private float[] sample(PhotoSampler photo, SquareCrop crop) {
        photo.sample(crop, SIDE, SCALE, -1, input, 0);
        return input;
    }
}
