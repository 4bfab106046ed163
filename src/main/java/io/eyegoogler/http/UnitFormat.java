package io.eyegoogler.http;

import java.time.Duration;
import java.util.Locale;

/** Formats limits for people: {@code 32 MB}, {@code 50 megapixels}, {@code 10 s}. */
final class UnitFormat {

    private static final long KB = 1L << 10;
    private static final long MB = 1L << 20;
    private static final long MEGAPIXEL = 1_000_000;

    private UnitFormat() {}

    /** Formats a number of bytes, as settings count them: 1 MB = 1,048,576 bytes. */
    static String bytes(long bytes) {
        return bytes >= MB ? number(bytes, MB) + " MB" : bytes >= KB ? number(bytes, KB) + " kB" : bytes + " bytes";
    }

    static String pixels(long pixels) {
        return pixels >= MEGAPIXEL
                ? number(pixels, MEGAPIXEL) + (pixels == MEGAPIXEL ? " megapixel" : " megapixels")
                : String.format(Locale.ROOT, "%,d pixels", pixels);
    }

    static String seconds(Duration duration) {
        return number(duration.toMillis(), 1_000) + " s";
    }

    /** Formats with one decimal, rounded down so that no limit looks larger than it is; none where it is zero. */
    private static String number(long value, long unit) {
        long tenths = value * 10 / unit;
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
