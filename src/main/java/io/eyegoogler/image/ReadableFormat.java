package io.eyegoogler.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are read, told apart by their first bytes, never by a file's name. */
enum ReadableFormat {
    JPEG("jpeg", "\u00ff\u00d8"),
    PNG("png", "\u0089PNG\r\n\u001a\n"),
    GIF("gif", "GIF8"),
    WEBP("webp", "RIFF????WEBP"),
    TIFF("tiff", "II*\0", "MM\0*", "II+\0", "MM\0+"),
    BMP("bmp", "BM"),
    PNM("pnm", "P1?", "P2?", "P3?", "P4?", "P5?", "P6?");

    /** Any byte, in a signature. */
    private static final char ANY = '?';

    /** The format's name for ImageIO. */
    final String imageIoName;

    /** First bytes, one for each character. */
    private final String[] signatures;

    ReadableFormat(String imageIoName, String... signatures) {
        this.imageIoName = imageIoName;
        this.signatures = signatures;
    }

    static Optional<ReadableFormat> of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(format.signatures).anyMatch(signature -> begins(file, signature)))
                .findFirst();
    }

    /** All of them for a sentence, as in "JPEG, PNG, GIF". */
    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    static boolean begins(byte[] file, String signature) {
        if (file.length < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (signature.charAt(i) != ANY && signature.charAt(i) != (file[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
