package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.PhotoFormat;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Works on real photos, over and over, until what the first photos of a service need is loaded, initialized and
 * compiled: without it the first takes some fifteen times as long as the hundredth.
 */
final class WarmUp {

    /** A portrait, so that everything that is done with a face is done. */
    private static final String PHOTO = "/io/eyegoogler/page/astronaut.jpg";
    /** Of the larger photo, px: enough that all threads work on it, and that the heap grows. */
    private static final int LARGE_WIDTH = 2000;

    private static final int LARGE_HEIGHT = 1500;
    /** After photos to PNG, which most callers ask for. */
    private static final List<PhotoFormat> OTHERS = List.of(PhotoFormat.JPEG, PhotoFormat.APNG, PhotoFormat.GIF);

    private final EyeGoogler googler;
    private final long end;

    private WarmUp(EyeGoogler googler, Duration time) {
        this.googler = googler;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Goes on for about {@code time}, and works on at least one photo. */
    static void run(EyeGoogler googler, Duration time) {
        try {
            new WarmUp(googler, time).run();
        } catch (PhotoRejectedException larger) {
            // Than what this service is set to take.
        }
    }

    private void run() {
        byte[] small = photo();
        googler.faces(work(small, PhotoFormat.PNG));
        if (!isTimeLeft()) {
            return;
        }
        byte[] large = enlarged(small);
        for (int round = 0; isTimeLeft(); round++) {
            work(large, PhotoFormat.PNG);
            work(small, round < OTHERS.size() ? OTHERS.get(round) : PhotoFormat.PNG);
        }
    }

    private boolean isTimeLeft() {
        return System.nanoTime() < end;
    }

    private byte[] work(byte[] photo, PhotoFormat format) {
        return googler.googly(photo, GooglyOptions.DEFAULT.withFormat(format)).file();
    }

    private static byte[] photo() {
        try (InputStream file = WarmUp.class.getResourceAsStream(PHOTO)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The photo several times as large, as a JPEG. */
    private static byte[] enlarged(byte[] photo) {
        BufferedImage picture = new PhotoReader(Integer.MAX_VALUE).read(photo);
        BufferedImage large = new BufferedImage(LARGE_WIDTH, LARGE_HEIGHT, picture.getType());
        Graphics2D graphics = large.createGraphics();
        graphics.drawImage(picture, 0, 0, LARGE_WIDTH, LARGE_HEIGHT, null);
        graphics.dispose();
        return PhotoWriter.write(large, PhotoFormat.JPEG, Cancellation.NEVER);
    }
}
