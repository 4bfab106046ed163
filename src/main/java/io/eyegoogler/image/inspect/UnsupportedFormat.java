package io.eyegoogler.image.inspect;

import io.eyegoogler.image.heif.HeifSupport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** Common formats that can't be read, each with advice what to send instead. */
public enum UnsupportedFormat {
    HEIC(ReadableFormat.HEIC, "send a JPEG (on an iPhone, choose Settings > Camera > Formats > Most Compatible)."),
    AVIF(ReadableFormat.AVIF, "send the photo as JPEG, PNG or WEBP."),
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
    private final Predicate<ByteBuffer> matches;

    UnsupportedFormat(String advice, String... signatures) {
        this.advice = advice;
        this.matches = file -> ReadableFormat.startsWithAny(file, signatures);
    }

    /** Creates the constant for a format that is read only where libheif's converter is installed. */
    UnsupportedFormat(ReadableFormat format, String instead) {
        this.advice = format + " is not supported without Debian's package " + HeifSupport.PACKAGE
                + ", which is not installed here or is switched off; " + instead;
        this.matches = format::isOf;
    }

    /**
     * Returns advice for the sender of a file whose format can't be read.
     *
     * @param readable the formats that can be read
     */
    public static String adviceFor(ByteBuffer file, Set<ReadableFormat> readable) {
        String names = ReadableFormat.names(readable) + ".";
        return Arrays.stream(values())
                .filter(format -> format.matches.test(file))
                .findFirst()
                .map(format -> format.advice + " Supported formats: " + names)
                .orElse("Unsupported image format; send one of " + names);
    }
}
