package io.eyegoogler.http;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.image.PhotoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Works on a real photo, over and over, until what the first photos of a service need is loaded, initialized and
 * compiled: without it the first takes some fifteen times as long as the hundredth.
 */
final class WarmUp {

    /** A portrait, so that everything that is done with a face is done. */
    private static final String PHOTO = "/io/eyegoogler/page/astronaut.jpg";
    /** What most callers ask for comes first. */
    private static final List<PhotoFormat> FORMATS =
            List.of(PhotoFormat.PNG, PhotoFormat.PNG, PhotoFormat.JPEG, PhotoFormat.APNG, PhotoFormat.GIF);

    private WarmUp() {}

    /** Goes on for about {@code time}, and works on at least one photo. */
    static void run(EyeGoogler googler, Duration time) {
        long start = System.nanoTime();
        byte[] photo = photo();
        int round = 0;
        do {
            PhotoFormat format = round < FORMATS.size() ? FORMATS.get(round) : PhotoFormat.PNG;
            byte[] googly = googler.googly(photo, GooglyOptions.DEFAULT.withSeed(round).withFormat(format)).file();
            if (round == 0) {
                googler.faces(googly);
            }
            round++;
        } while (System.nanoTime() - start < time.toNanos());
    }

    private static byte[] photo() {
        try (InputStream file = WarmUp.class.getResourceAsStream(PHOTO)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
