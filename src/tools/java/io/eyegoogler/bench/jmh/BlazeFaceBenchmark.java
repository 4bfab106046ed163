package io.eyegoogler.bench.jmh;

import io.eyegoogler.Face;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A run of each BlazeFace model on a photo with an image pyramid: {@code make bench BENCH=BlazeFace}. */
@State(Scope.Benchmark)
public class BlazeFaceBenchmark {

    private BlazeFace shortRange;
    private BlazeFace fullRange;
    private PhotoSampler sampler;
    private List<SquareCrop> whole;

    @Setup(Level.Trial)
    public void load(PhotoState state) {
        shortRange = BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, null);
        fullRange = BlazeFace.load(BlazeFaceSpec.FULL_RANGE, null);
        sampler = PhotoSampler.withPyramid(state.photo, new HelperThreads(1));
        whole = List.of(SquareCrop.letterbox(sampler.width(), sampler.height()));
    }

    @TearDown(Level.Trial)
    public void close() {
        shortRange.close();
        fullRange.close();
    }

    @Benchmark
    public List<List<Face>> shortRange() {
        return shortRange.detect(sampler, whole);
    }

    @Benchmark
    public List<List<Face>> fullRange() {
        return fullRange.detect(sampler, whole);
    }
}
