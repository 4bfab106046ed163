package io.eyegoogler.bench.jmh;

import io.eyegoogler.detect.HelperThreads;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.rfb.RfbInputRegion;
import io.eyegoogler.detect.rfb.RfbNetwork;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** RFB on one thread, on a photo with an image pyramid: {@code make bench BENCH=RfbNetwork}. */
@State(Scope.Benchmark)
public class RfbNetworkBenchmark {

    private static final double MIN_SCORE = 0.3;

    /** Longer side of the photo, px of the input. */
    @Param({"128", "320", "640"})
    public int longerSide;

    private RfbNetwork rfb;
    private PhotoSampler sampler;
    private RfbInputRegion region;

    @Setup(Level.Trial)
    public void load(PhotoState state) {
        rfb = RfbNetwork.load(null);
        sampler = PhotoSampler.withPyramid(state.photo, new HelperThreads(1));
        region = RfbInputRegion.whole(sampler, longerSide);
    }

    @TearDown(Level.Trial)
    public void close() {
        rfb.close();
    }

    @Benchmark
    public List<RfbDetection> detect() {
        return rfb.detect(sampler, region, MIN_SCORE);
    }
}
