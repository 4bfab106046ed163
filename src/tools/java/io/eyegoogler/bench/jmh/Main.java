package io.eyegoogler.bench.jmh;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MarkdownTable;
import io.eyegoogler.cli.NativeLibraryCache;
import io.eyegoogler.testing.NativeLibraries;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks, {@code make bench}, and sums them up in a table. Takes JMH's own options: {@code make bench
 * BENCH="Png -p megapixels=12 -i 10"} runs one that fast; without any, all of them take about eight minutes.
 *
 * <p>One fork each, one second of warm-up beyond the first call, three of measurement. That is short, but what is
 * measured takes so long that every median is one of many calls, except at 12 megapixels: of 3 to 40.
 */
public final class Main {

    private static final String SIZE = "megapixels";
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final int MEDIAN = 50;
    private static final double BYTES_PER_MB = 1 << 20;

    private Main() {}

    public static void main(String[] args) throws CommandLineOptionException, IOException, RunnerException {
        NativeLibraryCache.configure();
        CommandLineOptions given = new CommandLineOptions(args);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include("io\\.eyegoogler\\..*Benchmark");
        }
        options.mode(Mode.SampleTime).timeUnit(TimeUnit.MILLISECONDS).addProfiler(GCProfiler.class);
        options.forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(2))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(500)))
                .measurementIterations(given.getMeasurementIterations().orElse(3))
                .jvmArgsAppend(NativeLibraries.options().toArray(String[]::new))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)));
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println();
        System.out.println(Machine.describe());
        System.out.println();
        System.out.println(table(results));
    }

    private static MarkdownTable table(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> steps = new LinkedHashMap<>();
        SortedSet<String> sizes = new TreeSet<>(Comparator.comparingDouble(Double::parseDouble));
        for (RunResult result : results) {
            String size = result.getParams().getParam(SIZE);
            sizes.add(size);
            steps.computeIfAbsent(name(result.getParams()), step -> new LinkedHashMap<>())
                    .put(size, result);
        }
        Stream<String> headings = Stream.concat(
                sizes.stream().map(size -> size + " MP, ms"), sizes.stream().map(size -> size + " MP, MB allocated"));
        MarkdownTable table =
                new MarkdownTable(Stream.concat(Stream.of("step"), headings).toArray(String[]::new));
        steps.forEach((step, bySize) -> {
            Stream<Object> times = sizes.stream().map(size -> median(bySize.get(size)));
            Stream<Object> allocations = sizes.stream().map(size -> allocated(bySize.get(size)));
            table.row(Stream.concat(Stream.of(step), Stream.concat(times, allocations))
                    .toArray());
        });
        return table;
    }

    /** {@code Png.oneThread}, and what else was varied. */
    private static String name(BenchmarkParams params) {
        String[] parts = params.getBenchmark().split("\\.");
        String name = parts[parts.length - 2].replace("Benchmark", "") + "." + parts[parts.length - 1];
        return params.getParamsKeys().stream()
                .filter(key -> !key.equals(SIZE))
                .map(key -> " " + params.getParam(key).toLowerCase(Locale.ROOT))
                .reduce(name, String::concat);
    }

    private static double median(RunResult result) {
        return result == null
                ? Double.NaN
                : result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
    }

    private static double allocated(RunResult result) {
        return result == null || !result.getSecondaryResults().containsKey(ALLOCATION)
                ? Double.NaN
                : result.getSecondaryResults().get(ALLOCATION).getScore() / BYTES_PER_MB;
    }
}
