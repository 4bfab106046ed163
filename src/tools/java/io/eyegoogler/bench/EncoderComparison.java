package io.eyegoogler.bench;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.image.png.PngEncoder;
import io.eyegoogler.image.strips.ThreadAllowance;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the PNG encoder with the JDK's and OpenCV's, and JPEG with PNG, in turn on the same pixels: {@code make
 * bench-encode}. OpenCV is measured where {@code /usr/bin/python3} has it (Debian: {@code python3-opencv}).
 */
public final class EncoderComparison {

    private static final int ROUNDS = 11;
    /** Not counted: for the JIT compiler. */
    private static final int WARM_UP = 4;

    private static final List<PhotoSize> SIZES = List.of(PhotoSize.SMALL, PhotoSize.FULL_HD, PhotoSize.TWELVE);
    private static final long MAX_PIXELS = 60_000_000;
    private static final double NANOS_PER_MS = 1e6;
    private static final double BYTES_PER_MB = 1e6;
    private static final String OURS = "PNG, one thread";

    private EncoderComparison() {}

    /** One encoder's measurement: ms and bytes. */
    private record Encoding(double ms, long bytes) {}

    private interface Encoder {
        Encoding encode() throws IOException;
    }

    private interface Writer {
        byte[] write() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        System.out.println(Machine.describe());
        System.out.println(
                "Medians of " + ROUNDS + " rounds; × is that encoder's time over this one's on one thread.\n");
        for (PhotoSize size : SIZES) {
            BufferedImage photo = new PhotoReader(MAX_PIXELS).read(MadePhotos.portrait(size));
            System.out.println(measured(photo, size));
        }
    }

    private static MarkdownTable measured(BufferedImage photo, PhotoSize size) throws IOException {
        Map<String, Encoder> encoders = new LinkedHashMap<>();
        encoders.put(OURS, timed(() -> encode(photo, ThreadAllowance.NONE)));
        encoders.put("PNG, all threads", timed(() -> PhotoWriter.write(photo, OutputFormat.PNG, Cancellation.NEVER)));
        encoders.put(
                "JPEG (format=jpeg)", timed(() -> PhotoWriter.write(photo, OutputFormat.JPEG, Cancellation.NEVER)));
        encoders.put("the JDK's PNG", timed(() -> JdkWriters.png(photo)));
        encoders.put("the JDK's JPEG, quality 0.92", timed(() -> JdkWriters.jpeg(photo)));
        Path pixels = Files.createTempFile("pixels", ".png");
        try (OpenCv openCv = OpenCv.start(Files.write(pixels, encode(photo, ThreadAllowance.NONE)))) {
            if (openCv.isInstalled()) {
                encoders.put("OpenCV's PNG (imencode)", () -> openCv.encode(Encoding::new));
            } else {
                System.out.println("OpenCV isn't measured: /usr/bin/python3 has no cv2.\n");
            }
            return table(size, inTurn(encoders));
        } finally {
            Files.delete(pixels);
        }
    }

    private static Map<String, List<Encoding>> inTurn(Map<String, Encoder> encoders) throws IOException {
        Map<String, List<Encoding>> encodings = new LinkedHashMap<>();
        encoders.keySet().forEach(name -> encodings.put(name, new ArrayList<>()));
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Map.Entry<String, Encoder> encoder : encoders.entrySet()) {
                Encoding encoding = encoder.getValue().encode();
                if (round >= WARM_UP) {
                    encodings.get(encoder.getKey()).add(encoding);
                }
            }
        }
        return encodings;
    }

    private static MarkdownTable table(PhotoSize size, Map<String, List<Encoding>> encodings) {
        MarkdownTable table = new MarkdownTable(size.megapixels() + " MP", "ms", "MB", "time ×", "bytes ×");
        double ourMs = ms(encodings.get(OURS));
        double ourBytes = bytes(encodings.get(OURS));
        encodings.forEach(
                (name, list) -> table.row(name, ms(list), bytes(list), ms(list) / ourMs, bytes(list) / ourBytes));
        return table;
    }

    private static double ms(List<Encoding> encodings) {
        return Quantiles.median(encodings.stream().map(Encoding::ms).toList());
    }

    private static double bytes(List<Encoding> encodings) {
        return encodings.get(0).bytes / BYTES_PER_MB;
    }

    private static Encoder timed(Writer writer) {
        return () -> {
            long start = System.nanoTime();
            byte[] file = writer.write();
            return new Encoding((System.nanoTime() - start) / NANOS_PER_MS, file.length);
        };
    }

    private static byte[] encode(BufferedImage photo, ThreadAllowance threads) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PngEncoder.encode(photo, file, threads);
        return file.toByteArray();
    }
}
