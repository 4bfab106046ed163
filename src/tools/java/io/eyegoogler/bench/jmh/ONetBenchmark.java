package io.eyegoogler.bench.jmh;

import io.eyegoogler.Point;
import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.mtcnn.MtcnnDetection;
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

/** O-Net on one thread, on a photo shrunk already: {@code make bench BENCH=ONet}. */
@State(Scope.Benchmark)
public class ONetBenchmark {

    /** Looked at in one run. */
    @Param({"1", "10"})
    public int places;

    private ONet oNet;
    private PhotoSampler sampler;
    private List<SquareCrop> views;

    @Setup(Level.Trial)
    public void load(PhotoState state) {
        oNet = ONet.load(null);
        sampler = PhotoSampler.ofMany(state.photo, new HelperThreads(1));
        double side = Math.max(sampler.width(), sampler.height()) / 8.0;
        views = Collections.nCopies(places, new SquareCrop(new Point(side, side), side, 0));
    }

    @TearDown(Level.Trial)
    public void close() {
        oNet.close();
    }

    @Benchmark
    public List<MtcnnDetection> look() {
        return oNet.look(sampler, views);
    }
}
