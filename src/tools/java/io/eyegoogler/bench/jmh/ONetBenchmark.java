package io.eyegoogler.bench.jmh;

import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.mtcnn.ONet;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** O-Net on one thread, on a photo with an image pyramid: {@code make bench BENCH=ONet}. */
@State(Scope.Benchmark)
public class ONetBenchmark {

    /** Crops in one run. */
    @Param({"1", "10"})
    public int batchSize;

    private ONet oNet;
    private PhotoSampler sampler;
    private List<SquareCrop> crops;

    @Setup(Level.Trial)
    public void load(PhotoState state) {
        oNet = ONet.load(null);
        sampler = PhotoSampler.withPyramid(state.photo, new HelperThreads(1));
        double side = Math.max(sampler.width(), sampler.height()) / 8.0;
        crops = Collections.nCopies(batchSize, new SquareCrop(new Point(side, side), side, 0));
    }

    @TearDown(Level.Trial)
    public void close() {
        oNet.close();
    }

    @Benchmark
    public List<Face> detect() {
        return oNet.detect(sampler, crops);
    }
}
