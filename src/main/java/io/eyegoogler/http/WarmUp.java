package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Processes sample photos until the code that the first requests need is loaded, initialized and compiled. Without it
 * the first photo takes some fifteen times as long as the hundredth.
 */
final class WarmUp {

    /** A portrait, so that all steps for a face run. */
    private static final String PHOTO = "/io/eyegoogler/page/astronaut.jpg";
    /**
     * Size of the smaller photo, px. Its aspect ratio is 4:3 and that of the larger one 3:2, the two most common, since
     * TensorFlow prepares its kernels for each size of their input. It is twice as large as a network's input, so that
     * the code for whole factors runs; with the larger one, the code for other factors does.
     */
    private static final int SMALL_WIDTH = 640;

    private static final int SMALL_HEIGHT = 480;
    /** Size of the larger photo, px: large enough to occupy all threads and to make the heap grow. */
    private static final int LARGE_WIDTH = 2000;

    private static final int LARGE_HEIGHT = 1333;
    /** Formats other than PNG, the most common one. */
    private static final List<OutputFormat> OTHER_FORMATS =
            List.of(OutputFormat.JPEG, OutputFormat.APNG, OutputFormat.GIF);

    private static final String OK = "HTTP/1.1 200";
    private static final String BOUNDARY = "warm-up";
    /** More than any response takes, ms. */
    private static final int RESPONSE_TIMEOUT = 10_000;

    private final CompletableFuture<EyeGoogler> googler;
    private final Duration time;
    private final byte[] small = photo(SMALL_WIDTH, SMALL_HEIGHT);

    /**
     * Creates a warm-up.
     *
     * @param googler completes when the models are loaded
     * @param time how long photos are processed after that
     */
    WarmUp(CompletableFuture<EyeGoogler> googler, Duration time) {
        this.googler = googler;
        this.time = time;
    }

    /** Processes photos for the time given, at least one, as soon as the models are loaded. */
    void processPhotos() {
        EyeGoogler loaded = googler.join();
        long deadline = System.nanoTime() + time.toNanos();
        try {
            loaded.faces(process(loaded, small, OutputFormat.PNG));
            byte[] large = time.isZero() ? null : photo(LARGE_WIDTH, LARGE_HEIGHT);
            for (int round = 0; System.nanoTime() < deadline; round++) {
                process(loaded, large, OutputFormat.PNG);
                process(loaded, small, round < OTHER_FORMATS.size() ? OTHER_FORMATS.get(round) : OutputFormat.PNG);
            }
        } catch (PhotoRejectedException tooManyPixels) {
            // The service may be configured for smaller photos than these.
        }
    }

    /**
     * Decodes and encodes photos while the models are loaded, for the time given at most: a first start also unpacks
     * TensorFlow, which needs the processors. Then sends photos to {@code server}, until {@code ended}.
     *
     * @param id the id of the requests
     * @param key their key
     */
    void sendRequests(InetSocketAddress server, String id, String key, BooleanSupplier ended) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!googler.isDone() && System.nanoTime() < deadline) {
            PhotoWriter.write(new PhotoReader(Integer.MAX_VALUE).read(small), OutputFormat.PNG, Cancellation.NEVER);
        }
        byte[] request = request(id, key);
        try {
            boolean accepted =
                    googler.handle((loaded, failure) -> failure == null).join();
            while (accepted && !ended.getAsBoolean()) {
                accepted = exchange(server, request);
            }
        } catch (IOException unreachable) {
            // A firewall, for example; then the first requests from elsewhere take longer.
        }
    }

    /** Returns whether the response was a photo, rather than an error such as that the queue is full. */
    private static boolean exchange(InetSocketAddress server, byte[] request) throws IOException {
        try (Socket connection = new Socket()) {
            connection.setSoTimeout(RESPONSE_TIMEOUT);
            connection.connect(server, RESPONSE_TIMEOUT);
            connection.getOutputStream().write(request);
            byte[] status = connection.getInputStream().readNBytes(OK.length());
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            return OK.equals(new String(status, StandardCharsets.US_ASCII));
        }
    }

    /** Returns a request as most clients send it: a multipart form with one photo. */
    private byte[] request(String id, String key) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] header = ("POST /eyegoogler HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: */*\r\n"
                        + RequestContext.ID_HEADER + ": " + id + "\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: multipart/form-data; boundary="
                        + BOUNDARY + "\r\nContent-Length: " + (head.length + small.length + tail.length) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(header.length + head.length + small.length + tail.length)
                .put(header)
                .put(head)
                .put(small)
                .put(tail)
                .array();
    }

    private static byte[] process(EyeGoogler googler, byte[] photo, OutputFormat format) {
        return googler.googly(photo, GooglyOptions.DEFAULT.withFormat(format)).file();
    }

    /** Returns {@link #PHOTO}, scaled to that size, px, as a JPEG. */
    private static byte[] photo(int width, int height) {
        BufferedImage original = new PhotoReader(Integer.MAX_VALUE).read(Resources.read(PHOTO));
        BufferedImage scaled = new BufferedImage(width, height, original.getType());
        Graphics2D graphics = scaled.createGraphics();
        graphics.drawImage(original, 0, 0, width, height, null);
        graphics.dispose();
        return PhotoWriter.write(scaled, OutputFormat.JPEG, Cancellation.NEVER);
    }
}
