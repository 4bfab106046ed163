package io.eyegoogler.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that are read, told apart by their first bytes, never by a file's name. */
public enum ReadableFormat {
    JPEG("jpeg", "image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("png", "image/png", "\u0089PNG\r\n\u001a\n"),
    GIF("gif", "image/gif", "GIF87a", "GIF89a"),
    WEBP("webp", "image/webp", "RIFF????WEBP"),
    TIFF("tiff", "image/tiff", "II*\0", "MM\0*", "II+\0", "MM\0+"),
    /** A BMP's second header follows at byte 14 with its length, less than 256 bytes. */
    BMP("bmp", "image/bmp", "BM?????????????\0\0\0"),
    PNM("pnm", "image/x-portable-anymap", pnm());

    /** Any byte, in a signature. */
    private static final char ANY = '?';

    /** The format's name for ImageIO. */
    final String imageIoName;

    /** First bytes, one for each character. */
    private final String[] signatures;

    private final String mediaType;

    ReadableFormat(String imageIoName, String mediaType, String... signatures) {
        this.imageIoName = imageIoName;
        this.mediaType = mediaType;
        this.signatures = signatures;
    }

    /** A P, a digit, and white space. */
    private static String[] pnm() {
        return "123456".chars()
                .boxed()
                .flatMap(digit -> Stream.of(' ', '\t', '\r', '\n').map(space -> "P" + (char) (int) digit + space))
                .toArray(String[]::new);
    }

    /** As in a Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    static Optional<ReadableFormat> of(ByteBuffer file) {
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(format.signatures).anyMatch(signature -> begins(file, signature)))
                .findFirst();
    }

    /** All of them for a sentence, as in "JPEG, PNG, GIF". */
    public static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    static boolean begins(ByteBuffer file, String signature) {
        if (file.limit() < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (signature.charAt(i) != ANY && signature.charAt(i) != (file.get(i) & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
