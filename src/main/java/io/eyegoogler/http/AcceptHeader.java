package io.eyegoogler.http;

import io.eyegoogler.PhotoFormat;
import java.util.Locale;

/** Which format a client's {@code Accept} header asks for (RFC 9110, section 12.5.1). */
final class AcceptHeader {

    private static final String PAGE = "text/html";
    /** Not registered, but written for {@code image/jpeg} all the same. */
    private static final String COMMON_MISNOMER = "image/jpg";

    private AcceptHeader() {}

    /**
     * The format that the client wants most: PNG if that is one of several, or if none is wanted.
     *
     * <p>A browser that asks for a page lists all that it can show, APNG among it; that is no wish for pictures that
     * move.
     */
    static PhotoFormat of(String accept) {
        if (accept == null) {
            return PhotoFormat.PNG;
        }
        boolean page = accept.toLowerCase(Locale.ROOT).contains(PAGE);
        PhotoFormat best = PhotoFormat.PNG;
        for (PhotoFormat format : PhotoFormat.values()) {
            boolean meant = !(page && format.moving());
            best = meant && weight(accept, format) > weight(accept, best) ? format : best;
        }
        return best;
    }

    /** The weight of the most specific range that fits the format, 0..1. */
    private static double weight(String accept, PhotoFormat format) {
        double weight = 0;
        int specific = -1;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";", -1);
            int rank = rank(parts[0].strip(), format);
            if (rank > specific) {
                specific = rank;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static int rank(String type, PhotoFormat format) {
        if (type.equals(format.mediaType()) || format == PhotoFormat.JPEG && type.equals(COMMON_MISNOMER)) {
            return 2;
        }
        return type.equals("image/*") ? 1 : type.equals("*/*") ? 0 : -1;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException malformed) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
