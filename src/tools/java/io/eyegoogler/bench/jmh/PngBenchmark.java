package io.eyegoogler.bench.jmh;

import io.eyegoogler.bench.JdkWriters;
import io.eyegoogler.image.png.PngEncoder;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/** Encodes pixels as PNG, by {@link PngEncoder} and by the JDK: {@code make bench BENCH=Png}. */
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

    private static byte[] encode(BufferedImage photo, ThreadAllowance threads) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PngEncoder.encode(photo, file, threads);
        return file.toByteArray();
    }
}
