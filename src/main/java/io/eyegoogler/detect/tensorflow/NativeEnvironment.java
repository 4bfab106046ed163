package io.eyegoogler.detect.tensorflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.systems.global.linux;

/**
 * What TensorFlow's native library finds around it when it starts.
 *
 * <p>The library reads environment variables once. Java can't set those of its own process, and nobody who starts a jar
 * or embeds it should have to; so libc sets them, for no longer than the start takes. Java's own copy of the
 * environment, which child processes get, never has them. Variables that the user has set stay. On systems other than
 * Linux nothing is done: TensorFlow is slower there on some processors, and writes two lines to standard error.
 */
final class NativeEnvironment {

    /** Uses oneDNN, which halves the time of a run on processors without AVX-512, where it is off by default. */
    private static final String ONE_DNN = "TF_ENABLE_ONEDNN_OPTS";
    /** Keeps what TensorFlow says of itself at the start, which is of no use to a user, off standard error. */
    private static final String MIN_LOG_LEVEL = "TF_CPP_MIN_LOG_LEVEL";
    /** Errors only. */
    private static final String ERRORS = "2";
    /** What the part of TensorFlow that logs by Abseil says at the first run, whatever the variable says. */
    private static final List<String> REMARKS = List.of("absl::InitializeLog()", "mlir_graph_optimization_pass.cc");

    private static final int REPLACE = 1;
    /** fcntl.h: O_CLOEXEC | O_NONBLOCK. */
    private static final int PIPE_FLAGS = 02000000 | 04000;
    /** Bytes; see pipe(7). */
    private static final long PIPE_CAPACITY = 65_536;

    private static final int STANDARD_ERROR = 2;

    private NativeEnvironment() {}

    /**
     * Starts TensorFlow.
     *
     * @param load loads the native library; none of its classes may have been touched before
     * @param firstRun makes it read its variables
     */
    static void start(Runnable load, Runnable firstRun) {
        // Java copies the environment when it is first asked for it.
        System.getenv();
        boolean oneDnn = set(ONE_DNN, "1");
        boolean quiet = set(MIN_LOG_LEVEL, ERRORS);
        try {
            load.run();
            if (quiet) {
                withoutRemarks(firstRun);
            } else {
                firstRun.run();
            }
        } finally {
            unset(ONE_DNN, oneDnn);
            unset(MIN_LOG_LEVEL, quiet);
        }
    }

    /** Sets a variable unless the user has, and returns whether it did. */
    private static boolean set(String variable, String value) {
        try {
            return linux.getenv(variable) == null && linux.setenv(variable, value, REPLACE) == 0;
        } catch (LinkageError elsewhere) {
            return false;
        }
    }

    private static void unset(String variable, boolean set) {
        if (set) {
            linux.unsetenv(variable);
        }
    }

    /**
     * Runs {@code firstRun} with standard error held back for the milliseconds that it takes, and then written without
     * TensorFlow's remarks: what other threads write meanwhile, up to 64 KB, is delayed and not lost.
     */
    private static void withoutRemarks(Runnable firstRun) {
        int[] pipe = new int[2];
        int standardError = linux.pipe2(pipe, PIPE_FLAGS) == 0 ? linux.dup(STANDARD_ERROR) : -1;
        if (standardError < 0) {
            firstRun.run();
            return;
        }
        try {
            linux.dup2(pipe[1], STANDARD_ERROR);
            firstRun.run();
        } finally {
            linux.dup2(standardError, STANDARD_ERROR);
            // JavaCPP's binding of libc has no close: what stays open is of use to nobody, and holds no file.
            linux.dup2(pipe[0], standardError);
            writeWithoutRemarks(read(pipe[0]));
        }
    }

    private static String read(int pipe) {
        try (BytePointer buffer = new BytePointer(PIPE_CAPACITY)) {
            byte[] bytes = new byte[(int) Math.max(0, linux.read(pipe, buffer, PIPE_CAPACITY))];
            buffer.get(bytes);
            // Each byte as a character, whatever the encoding.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static void writeWithoutRemarks(String text) {
        String others = Stream.of(text.split("(?<=\n)"))
                .filter(line -> REMARKS.stream().noneMatch(line::contains))
                .collect(Collectors.joining());
        System.err.write(others.getBytes(StandardCharsets.ISO_8859_1), 0, others.length());
        System.err.flush();
    }
}
