package io.eyegoogler.detect.mtcnn;

import io.eyegoogler.bench.jmh.PhotoState;
import io.eyegoogler.detect.Box;
import io.eyegoogler.detect.PhotoSampler;
import io.eyegoogler.detect.View;
import io.eyegoogler.detect.Workers;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** MTCNN's three networks, each on one thread, on a photo shrunk already: {@code make bench BENCH=Mtcnn}. */
@State(Scope.Benchmark)
public class MtcnnBenchmark {

    /** Places that R-Net, and O-Net, look at in a portrait, about. */
    private static final int PROPOSALS = 60;

    private static final int REFINED = 10;
    /** The smallest face of balanced detection: px, and as a share of the longer side. */
    private static final double SMALLEST_FACE = 20;

    private static final double SMALLEST_SHARE = 1 / 64.0;

    private PNet pNet;
    private RNet rNet;
    private ONet oNet;
    private PhotoSampler sampler;
    private List<Pyramid.Size> sizes;
    private List<Box> proposals;
    private List<View> refined;

    @Setup(Level.Trial)
    public void load(PhotoState state) {
        pNet = PNet.load(null);
        rNet = RNet.load(null);
        oNet = ONet.load(null);
        sampler = PhotoSampler.ofMany(state.photo, new Workers(1));
        int longer = Math.max(sampler.width(), sampler.height());
        sizes = Pyramid.sizes(sampler.width(), sampler.height(), Math.max(SMALLEST_FACE, SMALLEST_SHARE * longer));
        proposals = IntStream.range(0, PROPOSALS).mapToObj(i -> square(i, longer)).toList();
        refined = Collections.nCopies(REFINED, View.of(proposals.get(0)));
    }

    /** Squares of a face's usual size, beside each other. */
    private static Box square(int number, int longer) {
        return new Box(longer * number / (2.0 * PROPOSALS), longer / 8.0, longer / 8.0, longer / 8.0);
    }

    @TearDown(Level.Trial)
    public void close() {
        pNet.close();
        rNet.close();
        oNet.close();
    }

    /** At all sizes of the photo. */
    @Benchmark
    public int pNetPyramid() {
        return sizes.stream().mapToInt(size -> pNet.propose(sampler, size).size()).sum();
    }

    @Benchmark
    public List<Proposal> rNet() {
        return rNet.refine(sampler, proposals);
    }

    @Benchmark
    public List<Sighting> oNet() {
        return oNet.look(sampler, refined);
    }
}
