package io.eyegoogler.image.heif;

import io.eyegoogler.Cancellation;
import io.eyegoogler.WorkCancelledException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * libheif's converter, which is run in a process of its own for each photo.
 *
 * <p>The process gets nothing but standard input and output, and no environment. It has limits on memory and processor
 * time, can write to no file, and can gain no privileges. The kernel kills it when the thread that started it ends, and
 * so when this process is killed.
 *
 * @param setpriv the program that asks the kernel for that
 * @param prlimit the program that sets the limits
 * @param program the converter
 * @param hasCompressionLevel whether the converter takes {@link #COMPRESSION_LEVEL}
 */
public record HeifConverter(Path setpriv, Path prlimit, Path program, boolean hasCompressionLevel) {

    /** An option of converters since libheif 1.17; at level 0, no time is spent on compression. */
    static final String COMPRESSION_LEVEL = "--png-compression-level";

    /** Address space for programs and libraries, which is mapped rather than used, bytes. */
    private static final long LIBRARY_SPACE = 256L << 20;
    /** Address space for the stack of a decoder's thread, of which there is one for each processor, bytes. */
    private static final long STACK_SPACE = 16L << 20;
    /** Processor time that no photo needs, s: a limit for the case that there is no deadline. */
    private static final int MAX_PROCESSOR_TIME = 120;
    /** Processor time for listing the decoders, s. */
    private static final int MAX_QUERY_PROCESSOR_TIME = 5;
    /** Wall-clock time for listing the decoders on a busy machine. */
    private static final Duration MAX_QUERY_TIME = Duration.ofSeconds(20);
    /** Limit on the output of {@link #query}, bytes. */
    private static final int MAX_QUERY_OUTPUT = 1 << 16;
    /** Each of the C library's arenas reserves 64 MB of address space. */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    HeifConverter withCompressionLevel(boolean supported) {
        return new HeifConverter(setpriv, prlimit, program, supported);
    }

    /**
     * Begins to convert a photo.
     *
     * @throws IOException if the process can't be started, or there is no memory for the photo's file
     */
    Conversion convert(HeifPhoto photo, Cancellation cancellation) throws IOException {
        ConverterDirectory directory = new ConverterDirectory(photo);
        Process process = null;
        try {
            List<String> arguments = new ArrayList<>(List.of("--quiet"));
            if (hasCompressionLevel) {
                arguments.add(COMPRESSION_LEVEL + "=0");
            }
            arguments.addAll(List.of("/proc/self/fd/0", directory.output().toString()));
            int processors = Runtime.getRuntime().availableProcessors();
            long seconds = Math.max(0, TimeUnit.NANOSECONDS.toSeconds(cancellation.remaining()));
            process = command(
                            2 * photo.converterBytes(),
                            (int) Math.min(MAX_PROCESSOR_TIME, (seconds + 1) * processors),
                            arguments)
                    .redirectInput(directory.input().toFile())
                    .start();
            return new Conversion(process, directory, cancellation);
        } catch (IOException | RuntimeException failure) {
            if (process != null) {
                process.destroyForcibly();
            }
            directory.close();
            throw failure;
        }
    }

    /**
     * Runs the converter with {@code option} and returns its output.
     *
     * @throws WorkCancelledException if it doesn't end in time
     */
    String query(String option) throws IOException {
        Process process = command(0, MAX_QUERY_PROCESSOR_TIME, List.of(option))
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .start();
        Cancellation soon = Cancellation.after(MAX_QUERY_TIME);
        try (Watchdog watchdog = new Watchdog(process, soon);
                InputStream output = process.getInputStream()) {
            String text = new String(output.readNBytes(MAX_QUERY_OUTPUT), StandardCharsets.UTF_8);
            watchdog.awaitSuccess();
            return text;
        }
    }

    private ProcessBuilder command(long bytes, int seconds, List<String> arguments) {
        long stacks = STACK_SPACE * Runtime.getRuntime().availableProcessors();
        List<String> command = new ArrayList<>(List.of(
                setpriv.toString(),
                "--pdeathsig=KILL",
                "--no-new-privs",
                "--",
                prlimit.toString(),
                "--as=" + (LIBRARY_SPACE + stacks + bytes),
                "--cpu=" + seconds,
                "--fsize=0",
                "--core=0",
                "--",
                program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put(ARENAS, "2");
        return builder;
    }
}
