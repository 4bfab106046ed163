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
import java.time.Duration;
import java.util.List;

/**
 * Processes sample photos until the code that the first requests need is loaded, initialized and compiled. Without it
 * the first photo takes some fifteen times as long as the hundredth.
 */
final class WarmUp {

    /** A portrait, so that all steps for a face run. */
    private static final String PHOTO = "/io/eyegoogler/page/astronaut.jpg";
    /** Size of the larger photo, px: large enough to occupy all threads and to make the heap grow. */
    private static final int LARGE_WIDTH = 2000;

    private static final int LARGE_HEIGHT = 1500;
    /** Formats other than PNG, the most common one. */
    private static final List<PhotoFormat> OTHER_FORMATS = List.of(PhotoFormat.JPEG, PhotoFormat.APNG, PhotoFormat.GIF);

    private final EyeGoogler googler;
    private final long deadline;

    private WarmUp(EyeGoogler googler, Duration time) {
        this.googler = googler;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Runs for about {@code time}, and processes at least one photo. */
    static void run(EyeGoogler googler, Duration time) {
        try {
            new WarmUp(googler, time).run();
        } catch (PhotoRejectedException tooManyPixels) {
            // The service may be configured for smaller photos than these.
        }
    }

    private void run() {
        byte[] small = Resources.read(PHOTO);
        googler.faces(process(small, PhotoFormat.PNG));
        if (!isTimeLeft()) {
            return;
        }
        byte[] large = enlarged(small);
        for (int round = 0; isTimeLeft(); round++) {
            process(large, PhotoFormat.PNG);
            process(small, round < OTHER_FORMATS.size() ? OTHER_FORMATS.get(round) : PhotoFormat.PNG);
        }
    }

    private boolean isTimeLeft() {
        return System.nanoTime() < deadline;
    }

    private byte[] process(byte[] photo, PhotoFormat format) {
        return googler.googly(photo, GooglyOptions.DEFAULT.withFormat(format)).file();
    }

    /** Returns the photo, enlarged, as a JPEG. */
    private static byte[] enlarged(byte[] photo) {
        BufferedImage picture = new PhotoReader(Integer.MAX_VALUE).read(photo);
        BufferedImage large = new BufferedImage(LARGE_WIDTH, LARGE_HEIGHT, picture.getType());
        Graphics2D graphics = large.createGraphics();
        graphics.drawImage(picture, 0, 0, LARGE_WIDTH, LARGE_HEIGHT, null);
        graphics.dispose();
        return PhotoWriter.write(large, PhotoFormat.JPEG, Cancellation.NEVER);
    }
}
