package io.eyegoogler.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Wall time and processor time of processes and all their descendants.
 *
 * @param seconds from the start of the first to the end of the last
 * @param cpuSeconds processor time of all
 */
record ProcessTree(double seconds, double cpuSeconds) {

    /** Interval between samples of the processor times, ms: what a process uses after the last one isn't counted. */
    private static final long INTERVAL = 100;

    /**
     * Runs commands at the same time and waits for all.
     *
     * @param log what they write
     * @throws IllegalStateException if one fails
     */
    static ProcessTree run(List<List<String>> commands, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Process> processes = new ArrayList<>();
        for (List<String> command : commands) {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            processes.add(builder.start());
        }
        Map<Long, Duration> times = new HashMap<>();
        try {
            for (Process process : processes) {
                while (!process.waitFor(INTERVAL, TimeUnit.MILLISECONDS)) {
                    sample(processes, times);
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException("Exit status " + process.exitValue() + "; see " + log);
                }
            }
        } finally {
            processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
            processes.forEach(Process::destroyForcibly);
        }
        Duration cpu = times.values().stream().reduce(Duration.ZERO, Duration::plus);
        return new ProcessTree((System.nanoTime() - start) / 1e9, cpu.toNanos() / 1e9);
    }

    private static void sample(List<Process> processes, Map<Long, Duration> times) {
        processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                .forEach(
                        process -> process.info().totalCpuDuration().ifPresent(time -> times.put(process.pid(), time)));
    }
}
