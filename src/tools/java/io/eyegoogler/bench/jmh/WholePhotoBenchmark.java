package io.eyegoogler.bench.jmh;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a JPEG file to a PNG file with googly eyes: {@code make bench BENCH=WholePhoto}. */
@State(Scope.Benchmark)
public class WholePhotoBenchmark {

    @Param({"FAST", "BALANCED", "THOROUGH"})
    public DetectionMode detection;

    private EyeGoogler googler;

    @Setup(Level.Trial)
    public void load() {
        googler = EyeGoogler.load(EyeGooglerConfig.DEFAULT.withDetection(detection));
    }

    @TearDown(Level.Trial)
    public void close() {
        googler.close();
    }

    @Benchmark
    public GooglyPhoto googly(PhotoState state) {
        return googler.googly(state.file, GooglyOptions.DEFAULT.withSeed(1));
    }
}
