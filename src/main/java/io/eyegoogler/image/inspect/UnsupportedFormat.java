package io.eyegoogler.image.inspect;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Common formats that can't be read, each with advice what to send instead. */
public enum UnsupportedFormat {
    HEIC(
            "HEIC is not supported; send a JPEG (on an iPhone, choose Settings > Camera > Formats > Most Compatible).",
            "????ftypheic",
            "????ftypheix",
            "????ftypheim",
            "????ftypheis",
            "????ftyphevc",
            "????ftyphevx",
            "????ftypmif1",
            "????ftypmsf1"),
    AVIF("AVIF is not supported; send the photo as JPEG, PNG or WEBP.", "????ftypavif", "????ftypavis"),
    JPEG_XL("JPEG XL is not supported; send the photo as JPEG, PNG or WEBP.", "\u00ff\n", "\0\0\0\fJXL "),
    JPEG_2000("JPEG 2000 is not supported; send the photo as JPEG, PNG or TIFF.", "\0\0\0\fjP  ", "\u00ffO\u00ffQ"),
    PHOTOSHOP("Photoshop files are not supported; export the photo as JPEG, PNG or TIFF.", "8BPS"),
    /** MP4, MOV and their kin, and Matroska and WebM. */
    VIDEO(
            "Videos are for the command line: java -jar eyegoogler.jar googly clip.mp4 (it needs ffmpeg).",
            "????ftypiso",
            "????ftypmp4",
            "????ftypM4V",
            "????ftypMSNV",
            "????ftypavc1",
            "????ftyp3g",
            "????ftypqt  ",
            "\u001aE\u00df\u00a3"),
    PDF("PDF files are not supported; send the photo itself, as JPEG or PNG.", "%PDF"),
    SVG("SVG is not supported; send a photo, such as a JPEG or PNG.", "<svg", "<?xml");

    private final String advice;
    private final String[] signatures;

    UnsupportedFormat(String advice, String... signatures) {
        this.advice = advice;
        this.signatures = signatures;
    }

    /** Returns advice for the sender of a file that has no {@link ReadableFormat}. */
    public static String adviceFor(ByteBuffer file) {
        String readable = ReadableFormat.names() + ".";
        return Arrays.stream(values())
                .filter(format -> ReadableFormat.startsWithAny(file, format.signatures))
                .findFirst()
                .map(format -> format.advice + " Supported formats: " + readable)
                .orElse("Unsupported image format; send one of " + readable);
    }
}
