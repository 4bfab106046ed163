package io.eyegoogler.bench;

import io.eyegoogler.Cancellation;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.Stage;
import io.eyegoogler.StageListener;
import io.eyegoogler.cli.NativeLibraryCache;
import io.eyegoogler.options.OptionParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Time and allocations of each stage, from 0.3 to 50 megapixels and from 1 to 100 faces: {@code make bench-stages},
 * or of one kind of detection, {@code make bench-stages BENCH=fast}.
 *
 * <p>One photo at a time, on all processors, in this process: nothing of HTTP.
 */
public final class StageCosts {

    private static final int[] FACES = {1, 4, 9, 25, 49, 100};
    /** Minimum number of rounds for each photo; more follow until {@link #ENOUGH_NANOS} have passed. */
    private static final int MIN_ROUNDS = 5;

    private static final long ENOUGH_NANOS = 1_500_000_000;
    private static final int WARM_UP = 3;
    private static final double NANOS_PER_MS = 1e6;
    private static final double BYTES_PER_MB = 1e6;

    private StageCosts() {}

    public static void main(String[] args) throws IOException {
        NativeLibraryCache.configure();
        System.out.println(Machine.describe() + ", heap " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB\n");
        for (DetectionMode mode : args.length == 0 ? DetectionMode.values() : modes(args)) {
            EyeGooglerConfig settings = EyeGooglerConfig.DEFAULT.withDetection(mode);
            try (EyeGoogler googler = EyeGoogler.load(settings)) {
                warmUp(googler);
                MarkdownTable bySize = table(mode, "megapixels");
                for (PhotoSize size : PhotoSize.values()) {
                    measure(googler, MadePhotos.portrait(size)).addTo(bySize, size.megapixels());
                }
                System.out.println(bySize);
                MarkdownTable byFaces = table(mode, "faces in 12 megapixels");
                for (int faces : FACES) {
                    measure(googler, MadePhotos.group(faces, PhotoSize.TWELVE)).addTo(byFaces, Integer.toString(faces));
                }
                System.out.println(byFaces);
            }
        }
    }

    private static DetectionMode[] modes(String[] names) {
        return Arrays.stream(names)
                .map(name -> OptionParser.detection(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "No detection " + name + ", only " + String.join(", ", OptionParser.detections()))))
                .toArray(DetectionMode[]::new);
    }

    private static void warmUp(EyeGoogler googler) {
        for (int i = 0; i < 2 * WARM_UP; i++) {
            measure(googler, MadePhotos.portrait(PhotoSize.FULL_HD));
        }
    }

    private static MarkdownTable table(DetectionMode mode, String by) {
        return new MarkdownTable(
                mode.id() + ": " + by,
                "found",
                "decode, ms",
                "detect",
                "draw",
                "encode",
                "all, ms",
                "decode, MB allocated",
                "detect",
                "encode",
                "all, MB");
    }

    private static Costs measure(EyeGoogler googler, byte[] photo) {
        for (int i = 0; i < WARM_UP; i++) {
            googler.googly(photo, GooglyOptions.DEFAULT.withSeed(i));
        }
        Costs costs = new Costs();
        long start = System.nanoTime();
        for (int round = 0; round < MIN_ROUNDS || System.nanoTime() - start < ENOUGH_NANOS; round++) {
            GooglyPhoto googly = googler.googly(
                    ByteBuffer.wrap(photo), GooglyOptions.DEFAULT.withSeed(round), Cancellation.NEVER, costs);
            costs.faces = googly.faces().size();
        }
        return costs;
    }

    /** Of each stage, ms and bytes. */
    private static final class Costs implements StageListener {

        private final Map<Stage, List<Double>> ms = new EnumMap<>(Stage.class);
        private final Map<Stage, List<Double>> bytes = new EnumMap<>(Stage.class);
        private int faces;

        @Override
        public <T> T around(Stage stage, Supplier<T> work) {
            long before = Allocations.total();
            long start = System.nanoTime();
            T result = work.get();
            long nanos = System.nanoTime() - start;
            ms.computeIfAbsent(stage, key -> new ArrayList<>()).add(nanos / NANOS_PER_MS);
            bytes.computeIfAbsent(stage, key -> new ArrayList<>()).add((double) (Allocations.total() - before));
            return result;
        }

        private double ms(Stage stage) {
            return Quantiles.median(ms.get(stage));
        }

        private double megabytes(Stage stage) {
            return Quantiles.median(bytes.get(stage)) / BYTES_PER_MB;
        }

        void addTo(MarkdownTable table, String name) {
            double allMs = 0;
            double allBytes = 0;
            for (Stage stage : Stage.values()) {
                allMs += ms(stage);
                allBytes += megabytes(stage);
            }
            table.row(
                    name,
                    faces,
                    ms(Stage.DECODE),
                    ms(Stage.DETECT),
                    ms(Stage.DRAW),
                    ms(Stage.ENCODE),
                    allMs,
                    megabytes(Stage.DECODE),
                    megabytes(Stage.DETECT),
                    megabytes(Stage.ENCODE),
                    allBytes);
        }
    }
}
