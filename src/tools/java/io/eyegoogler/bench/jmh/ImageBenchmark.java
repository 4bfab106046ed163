package io.eyegoogler.bench.jmh;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.image.PhotoWriter;
import java.awt.image.BufferedImage;
import org.openjdk.jmh.annotations.Benchmark;

/** From a JPEG file to pixels and from pixels to files: {@code make bench BENCH=Image}. */
public class ImageBenchmark {

    @Benchmark
    public BufferedImage decode(PhotoState state) {
        return state.reader.read(state.file);
    }

    @Benchmark
    public byte[] writePng(PhotoState state) {
        return PhotoWriter.write(state.photo, OutputFormat.PNG, Cancellation.NEVER);
    }

    @Benchmark
    public byte[] writeJpeg(PhotoState state) {
        return PhotoWriter.write(state.photo, OutputFormat.JPEG, Cancellation.NEVER);
    }
}
