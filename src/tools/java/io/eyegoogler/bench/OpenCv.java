package io.eyegoogler.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** OpenCV's PNG encoder, in a Python process that encodes the same pixels once for each line it is sent. */
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
    private final BufferedReader answers;
    private final OutputStream asked;
    private final boolean there;

    /** Makes what a measurement is kept as. */
    interface Result<T> {
        T of(double ms, long bytes);
    }

    private OpenCv(Process python) throws IOException {
        this.python = python;
        answers = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
        asked = python.getOutputStream();
        there = "ready".equals(answers.readLine());
    }

    /** For the pixels of that file. */
    static OpenCv start(Path file) throws IOException {
        return new OpenCv(new ProcessBuilder(List.of("/usr/bin/python3", "-c", PROGRAM, file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Whether there is one. */
    boolean isThere() {
        return there;
    }

    /** Encodes once. */
    <T> T encode(Result<T> result) throws IOException {
        asked.write('\n');
        asked.flush();
        String[] answer = answers.readLine().split(" ");
        return result.of(Double.parseDouble(answer[0]), Long.parseLong(answer[1]));
    }

    @Override
    public void close() {
        python.destroy();
    }
}
