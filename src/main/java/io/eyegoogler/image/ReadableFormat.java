package io.eyegoogler.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that are read, told apart by their first bytes, never by a file's name. */
enum ReadableFormat {
    JPEG("jpeg", "\u00ff\u00d8\u00ff"),
    PNG("png", "\u0089PNG\r\n\u001a\n"),
    GIF("gif", "GIF87a", "GIF89a"),
    WEBP("webp", "RIFF????WEBP"),
    TIFF("tiff", "II*\0", "MM\0*", "II+\0", "MM\0+"),
    /** A BMP's second header follows at byte 14 with its length, less than 256 bytes. */
    BMP("bmp", "BM?????????????\0\0\0"),
    PNM("pnm", pnm());

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

    /** A P, a digit, and white space. */
    private static String[] pnm() {
        return "123456".chars()
                .boxed()
                .flatMap(digit -> Stream.of(' ', '\t', '\r', '\n').map(space -> "P" + (char) (int) digit + space))
                .toArray(String[]::new);
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
