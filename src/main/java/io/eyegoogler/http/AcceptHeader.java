package io.eyegoogler.http;

import io.eyegoogler.OutputFormat;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Selects the photo's format, or JSON, by a client's {@code Accept} header (RFC 9110, section 12.5.1). */
final class AcceptHeader {

    private static final String PAGE = "text/html";
    /** Not registered, but in use for {@code image/jpeg}. */
    private static final String JPEG_ALIAS = "image/jpg";

    private AcceptHeader() {}

    /**
     * Returns the format that the client prefers: PNG if several are preferred equally, or none is acceptable.
     *
     * <p>A browser that asks for a page lists everything that it can show, including APNG; that does not request an
     * animation.
     */
    static OutputFormat of(String accept) {
        if (accept == null) {
            return OutputFormat.PNG;
        }
        boolean asksForPage = accept.toLowerCase(Locale.ROOT).contains(PAGE);
        OutputFormat best = OutputFormat.PNG;
        for (OutputFormat format : OutputFormat.values()) {
            boolean eligible = !(asksForPage && format.moving());
            best = eligible && weight(accept, format) > weight(accept, best) ? format : best;
        }
        return best;
    }

    /** Returns whether the client prefers JSON to every format of photos; a range of all types does not ask for it. */
    static boolean prefersJson(String accept) {
        return accept != null
                && weight(accept, AcceptHeader::jsonRank)
                        > Stream.of(OutputFormat.values())
                                .mapToDouble(format -> weight(accept, format))
                                .max()
                                .orElse(0);
    }

    private static double weight(String accept, OutputFormat format) {
        return weight(accept, type -> rank(type, format));
    }

    /** Returns the weight of the most specific range that matches, 0..1. */
    private static double weight(String accept, ToIntFunction<String> ranking) {
        double weight = 0;
        int specificity = -1;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";", -1);
            int rank = ranking.applyAsInt(parts[0].strip());
            if (rank > specificity) {
                specificity = rank;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static int rank(String type, OutputFormat format) {
        if (type.equals(format.mediaType()) || format == OutputFormat.JPEG && type.equals(JPEG_ALIAS)) {
            return 2;
        }
        return type.equals("image/*") ? 1 : type.equals("*/*") ? 0 : -1;
    }

    private static int jsonRank(String type) {
        return type.equals(Responses.JSON) ? 2 : type.equals("application/*") ? 1 : -1;
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
