package io.eyegoogler.image.inspect;

import io.eyegoogler.image.heif.HeifSupport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formats that can be read, HEIC and AVIF where there is {@linkplain HeifSupport support}; recognized by a file's
 * first bytes and never by its name.
 */
public enum ReadableFormat {
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    GIF("image/gif", "GIF87a", "GIF89a"),
    WEBP("image/webp", "RIFF????WEBP"),
    TIFF("image/tiff", "II*\0", "MM\0*", "II+\0", "MM\0+"),
    /** The length of a BMP's second header, less than 256 bytes, is at byte 14. */
    BMP("image/bmp", "BM?????????????\0\0\0"),
    PNM("image/x-portable-anymap", netpbm("123456")),
    PAM("image/x-portable-arbitrarymap", "P7\n", "P7\r\n"),
    PFM("image/x-portable-floatmap", netpbm("Ff")),
    /** Radiance RGBE. */
    HDR("image/vnd.radiance", "#?RADIANCE", "#?RGBE"),
    /** Sun raster. */
    RAS("image/x-sun-raster", "\u0059\u00a6\u006a\u0095"),
    /** Read where libheif's converter is in use, like AVIF. */
    HEIC("image/heic", fileTypes("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1")),
    AVIF("image/avif", fileTypes("avif", "avis"));

    /** Matches any byte in a signature. */
    private static final char ANY = '?';

    private final String mediaType;
    /** First bytes, one per character. */
    private final String[] signatures;

    ReadableFormat(String mediaType, String... signatures) {
        this.mediaType = mediaType;
        this.signatures = signatures;
    }

    /** Returns signatures of a P, one of {@code digits}, and white space. */
    private static String[] netpbm(String digits) {
        return digits.chars()
                .boxed()
                .flatMap(digit -> Stream.of(' ', '\t', '\r', '\n').map(space -> "P" + (char) (int) digit + space))
                .toArray(String[]::new);
    }

    /** Returns signatures of a file type box, whose length varies, with each of {@code brands}. */
    private static String[] fileTypes(String... brands) {
        return Arrays.stream(brands).map(brand -> "????ftyp" + brand).toArray(String[]::new);
    }

    /** Returns the formats that can be read with {@code support} for HEIC and AVIF. */
    public static Set<ReadableFormat> readable(HeifSupport support) {
        Set<ReadableFormat> readable = EnumSet.allOf(ReadableFormat.class);
        if (!support.heic()) {
            readable.remove(HEIC);
        }
        if (!support.avif()) {
            readable.remove(AVIF);
        }
        return readable;
    }

    /** Returns whether {@code file} is of this format. */
    boolean isOf(ByteBuffer file) {
        return startsWithAny(file, signatures);
    }

    /** Returns the media type for a Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the format of {@code file}, or empty if it is none of these. */
    public static Optional<ReadableFormat> of(ByteBuffer file) {
        return Arrays.stream(values()).filter(format -> format.isOf(file)).findFirst();
    }

    /** Returns the names of {@code formats}, as in "JPEG, PNG, GIF". */
    public static String names(Set<ReadableFormat> formats) {
        return formats.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    static boolean startsWithAny(ByteBuffer file, String... signatures) {
        return Arrays.stream(signatures).anyMatch(signature -> startsWith(file, signature));
    }

    private static boolean startsWith(ByteBuffer file, String signature) {
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
