package io.eyegoogler.image;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Formats that people send but that aren't read; each says what to send instead. */
enum UnsupportedFormat {
    HEIC(
            "HEIC photos aren't read here; send a JPEG (an iPhone takes them after Settings, Camera, Formats, Most"
                    + " Compatible).",
            "????ftypheic",
            "????ftypheix",
            "????ftypheim",
            "????ftypheis",
            "????ftyphevc",
            "????ftyphevx",
            "????ftypmif1",
            "????ftypmsf1"),
    AVIF("AVIF pictures aren't read here; send it as JPEG, PNG or WEBP.", "????ftypavif", "????ftypavis"),
    JPEG_XL("JPEG XL pictures aren't read here; send it as JPEG, PNG or WEBP.", "\u00ff\n", "\0\0\0\fJXL "),
    JPEG_2000("JPEG 2000 pictures aren't read here; send it as JPEG, PNG or TIFF.", "\0\0\0\fjP  ", "\u00ffO\u00ffQ"),
    PHOTOSHOP("Photoshop files aren't read here; save the picture as JPEG, PNG or TIFF.", "8BPS"),
    PDF("A PDF is no photo; send the picture itself, as JPEG or PNG.", "%PDF"),
    SVG("An SVG is no photo; send a picture such as JPEG or PNG.", "<svg", "<?xml");

    private static final String UNKNOWN =
            "This is no picture of a format that is read here; send one of " + ReadableFormat.names() + ".";

    private final String advice;
    private final String[] signatures;

    UnsupportedFormat(String advice, String... signatures) {
        this.advice = advice;
        this.signatures = signatures;
    }

    /** What to tell the sender of a file that has no {@link ReadableFormat}. */
    static String adviceFor(ByteBuffer file) {
        return Arrays.stream(values())
                .filter(format ->
                        Arrays.stream(format.signatures).anyMatch(start -> ReadableFormat.begins(file, start)))
                .findFirst()
                .map(format -> format.advice + " Formats that are read: " + ReadableFormat.names() + ".")
                .orElse(UNKNOWN);
    }
}
