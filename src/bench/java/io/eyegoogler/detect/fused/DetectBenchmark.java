package io.eyegoogler.detect.fused;

import io.eyegoogler.bench.jmh.PhotoState;
import io.eyegoogler.detect.DetectionMode;
import io.eyegoogler.detect.Face;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.Workers;
import io.eyegoogler.detect.blazeface.BlazeFace;
import io.eyegoogler.detect.blazeface.BlazeFaceSpec;
import io.eyegoogler.detect.blazeface.SecondPass;
import io.eyegoogler.detect.mtcnn.Mtcnn;
import io.eyegoogler.limits.Cancellation;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The first and the second look of balanced detection, and all of it, on all threads: {@code make bench BENCH=Detect}. */
@State(Scope.Benchmark)
public class DetectBenchmark {

    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final Effort effort = Effort.of(DetectionMode.BALANCED);
    private BlazeFace shortRange;
    private BlazeFace fullRange;
    private Mtcnn mtcnn;
    private FusedDetector detector;
    private Candidates candidates;
    private CloseUps closeUps;
    private PhotoSampler sampler;
    private List<Candidate> found;

    @Setup(Level.Trial)
    public void load(PhotoState state) {
        shortRange = BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, null);
        fullRange = BlazeFace.load(BlazeFaceSpec.FULL_RANGE, null);
        mtcnn = Mtcnn.load(null, workers);
        detector = FusedDetector.load(null, DetectionMode.BALANCED);
        candidates = new Candidates(shortRange, fullRange, mtcnn, workers);
        closeUps = new CloseUps(new SecondPass(shortRange), mtcnn);
        sampler = PhotoSampler.ofMany(state.photo, workers);
        found = candidates.find(sampler, effort);
    }

    @TearDown(Level.Trial)
    public void close() {
        detector.close();
        shortRange.close();
        fullRange.close();
        mtcnn.close();
        workers.close();
    }

    @Benchmark
    public List<Candidate> firstLook() {
        return candidates.find(sampler, effort);
    }

    @Benchmark
    public List<Suspect> closeUps() {
        return closeUps.look(sampler, found);
    }

    @Benchmark
    public List<Face> balanced(PhotoState state) {
        return detector.detect(state.photo, Cancellation.NEVER);
    }
}
