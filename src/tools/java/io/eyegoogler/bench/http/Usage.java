package io.eyegoogler.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The resources that a process uses, as Linux reports them; −1 where they aren't known.
 *
 * @param cpuMs processor time since its start
 * @param residentMb resident memory, MB of 1,048,576 bytes
 * @param files open file descriptors
 * @param threads of the operating system
 */
public record Usage(double cpuMs, double residentMb, long files, long threads) {

    private static final double KIB_PER_MB = 1024;
    private static final double NANOS_PER_MS = 1e6;

    static Usage of(Process process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Usage(
                cpu.toNanos() / NANOS_PER_MS, status(proc, "VmRSS") / KIB_PER_MB, entries(proc.resolve("fd")), (long)
                        status(proc, "Threads"));
    }

    private static double status(Path proc, String key) {
        try (Stream<String> lines = Files.lines(proc.resolve("status"))) {
            return lines.filter(line -> line.startsWith(key + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }

    private static long entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException notLinux) {
            return -1;
        }
    }
}
