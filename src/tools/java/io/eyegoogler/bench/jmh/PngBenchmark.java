package io.eyegoogler.bench.jmh;

import io.eyegoogler.bench.JdkWriters;
import io.eyegoogler.image.png.PngEncoder;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/** From pixels to PNG, by this program's encoder and by the JDK's: {@code make bench BENCH=Png}. */
public class PngBenchmark {

    @Benchmark
    public byte[] oneThread(PhotoState state) throws IOException {
        return encode(state.photo, ThreadAllowance.NONE);
    }

    @Benchmark
    public byte[] allThreads(PhotoState state) throws IOException {
        return encode(state.photo, ThreadAllowance.byDefault());
    }

    @Benchmark
    public byte[] jdk(PhotoState state) throws IOException {
        return JdkWriters.png(state.photo);
    }

    private static byte[] encode(BufferedImage photo, ThreadAllowance parallelism) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PngEncoder.encode(photo, file, parallelism);
        return file.toByteArray();
    }
}
