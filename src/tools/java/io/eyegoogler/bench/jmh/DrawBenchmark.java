package io.eyegoogler.bench.jmh;

import io.eyegoogler.Cancellation;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Face;
import io.eyegoogler.Gaze;
import io.eyegoogler.detect.FaceDetector;
import io.eyegoogler.detect.fused.DetectorsByMode;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.eyes.StyleDrawing;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Placing and drawing the eyes of one face: {@code make bench BENCH=Draw}. */
@State(Scope.Benchmark)
public class DrawBenchmark {

    private List<Face> faces;

    @Setup(Level.Trial)
    public void find(PhotoState state) {
        try (DetectorsByMode detectors = DetectorsByMode.load(null)) {
            FaceDetector detector = detectors.of(DetectionMode.BALANCED);
            faces = detector.detect(state.photo, Cancellation.NEVER);
        }
    }

    @Benchmark
    public void draw(PhotoState state) {
        EyePainter.paint(
                EyePlacer.place(faces, 1, Gaze.RANDOM, 1),
                StyleDrawing.of(EyeStyle.CLASSIC),
                state.photo,
                Cancellation.NEVER);
    }
}
