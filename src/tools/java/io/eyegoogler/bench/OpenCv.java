package io.eyegoogler.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** OpenCV's PNG encoder, in a Python process that encodes the same pixels once for each line on its standard input. */
final class OpenCv implements AutoCloseable {

    private static final String PROGRAM = """
            import cv2, sys, time
            pixels = cv2.imread(sys.argv[1], cv2.IMREAD_COLOR)
            print('ready', flush=True)
            for line in sys.stdin:
                start = time.perf_counter()
                done, file = cv2.imencode('.png', pixels)
                print((time.perf_counter() - start) * 1e3, len(file), flush=True)
            """;

    private final Process python;
    private final BufferedReader results;
    private final OutputStream requests;
    private final boolean installed;

    /** Creates the result of a measurement. */
    interface Result<T> {
        T of(double ms, long bytes);
    }

    private OpenCv(Process python) throws IOException {
        this.python = python;
        results = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
        requests = python.getOutputStream();
        installed = "ready".equals(results.readLine());
    }

    /** Starts the process with the pixels of a file. */
    static OpenCv start(Path file) throws IOException {
        return new OpenCv(new ProcessBuilder(List.of("/usr/bin/python3", "-c", PROGRAM, file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Returns whether OpenCV is installed. */
    boolean isInstalled() {
        return installed;
    }

    /** Encodes once. */
    <T> T encode(Result<T> measurement) throws IOException {
        requests.write('\n');
        requests.flush();
        String[] result = results.readLine().split(" ");
        return measurement.of(Double.parseDouble(result[0]), Long.parseLong(result[1]));
    }

    @Override
    public void close() {
        python.destroy();
    }
}
