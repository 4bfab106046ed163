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

/** What models look at, taken out of the photo's pixels: {@code make bench BENCH=Sampling}. */
@State(Scope.Benchmark)
public class SamplingBenchmark {

    /** Side of BlazeFace's short-range input, px. */
    private static final int SIDE = 128;

    private static final float SCALE = 1 / 127.5f;

    private final float[] input = new float[SIDE * SIDE * 3];
    private final HelperThreads oneThread = new HelperThreads(1);
    private final HelperThreads allThreads =
            new HelperThreads(Runtime.getRuntime().availableProcessors());
    private PhotoSampler halved;
    private SquareCrop whole;
    private SquareCrop turned;

    @Setup(Level.Trial)
    public void halve(PhotoState state) {
        int width = state.photo.getWidth();
        int height = state.photo.getHeight();
        halved = PhotoSampler.ofMany(state.photo, allThreads);
        whole = SquareCrop.letterbox(width, height);
        turned = new SquareCrop(new Point(width / 2.0, height / 2.0), height / 2.0, 0.3);
    }

    @TearDown(Level.Trial)
    public void close() {
        oneThread.close();
        allThreads.close();
    }

    /** The whole photo for one look, read at full size. */
    @Benchmark
    public float[] letterbox(PhotoState state) {
        return sample(PhotoSampler.of(state.photo), whole);
    }

    /** The photo shrunk by powers of two, for many looks. */
    @Benchmark
    public PhotoSampler halvings(PhotoState state) {
        return PhotoSampler.ofMany(state.photo, oneThread);
    }

    @Benchmark
    public PhotoSampler halvingsOnAllThreads(PhotoState state) {
        return PhotoSampler.ofMany(state.photo, allThreads);
    }

    @Benchmark
    public float[] letterboxOfHalvings() {
        return sample(halved, whole);
    }

    /** A turned square, half as high as the photo. */
    @Benchmark
    public float[] turnedSquare() {
        return sample(halved, turned);
    }

    private float[] sample(PhotoSampler photo, SquareCrop view) {
        photo.sample(view, SIDE, SCALE, -1, input, 0);
        return input;
    }
}
