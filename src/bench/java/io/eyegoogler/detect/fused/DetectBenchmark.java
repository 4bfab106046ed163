package io.eyegoogler.detect.fused;

import io.eyegoogler.bench.jmh.PhotoState;
import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.detect.Face;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Balanced detection, on all threads: {@code make bench BENCH=Detect}. */
@State(Scope.Benchmark)
public class DetectBenchmark {

    private FusedDetector detector;

    @Setup(Level.Trial)
    public void load() {
        detector = FusedDetector.load(null, DetectionMode.BALANCED);
    }

    @TearDown(Level.Trial)
    public void close() {
        detector.close();
    }

    @Benchmark
    public List<Face> balanced(PhotoState state) {
        return detector.detect(state.photo);
    }
}
