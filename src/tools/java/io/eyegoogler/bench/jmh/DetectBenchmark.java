package io.eyegoogler.bench.jmh;

import io.eyegoogler.Cancellation;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.Face;
import io.eyegoogler.detect.fused.DetectorsByMode;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Detection in each mode, on all threads: {@code make bench BENCH=Detect}. */
@State(Scope.Benchmark)
public class DetectBenchmark {

    private DetectorsByMode detectors;

    @Setup(Level.Trial)
    public void load() {
        detectors = DetectorsByMode.load(null);
    }

    @TearDown(Level.Trial)
    public void close() {
        detectors.close();
    }

    @Benchmark
    public List<Face> fast(PhotoState state) {
        return detectors.of(DetectionMode.FAST).detect(state.photo, Cancellation.NEVER);
    }

    @Benchmark
    public List<Face> balanced(PhotoState state) {
        return detectors.of(DetectionMode.BALANCED).detect(state.photo, Cancellation.NEVER);
    }

    @Benchmark
    public List<Face> thorough(PhotoState state) {
        return detectors.of(DetectionMode.THOROUGH).detect(state.photo, Cancellation.NEVER);
    }
}
