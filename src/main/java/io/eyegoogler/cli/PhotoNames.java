package io.eyegoogler.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by their names which files in a folder are photos. */
final class PhotoNames {

    /**
     * The extensions of photos. Those of formats that cannot be read are among them: a photo that is reported as
     * unsupported is better than one that is silently left out.
     */
    static final List<String> EXTENSIONS = List.of(
            "jpg", "jpeg", "png", "heic", "heif", "webp", "gif", "tif", "tiff", "bmp", "jpe", "jfif", "apng", "avif",
            "jp2", "jxl", "dib", "pnm", "pbm", "pgm", "ppm", "pam", "pfm", "hdr", "ras");

    /** The names that results get: {@link ResultFileName}. */
    private static final Pattern RESULT =
            Pattern.compile(".*-googly(-[0-9]+|\\.[^.]*)?\\.(png|jpg|gif)", Pattern.DOTALL);

    private PhotoNames() {}

    /** Returns whether a file of that name, found in a folder, is a photo to process: not a result, and not hidden. */
    static boolean isPhoto(Path file) {
        return EXTENSIONS.contains(extension(file).toLowerCase(Locale.ROOT)) && isVisible(file) && !isResult(file);
    }

    static boolean isVisible(Path file) {
        return !file.getFileName().toString().startsWith(".");
    }

    static boolean isResult(Path file) {
        return RESULT.matcher(file.getFileName().toString()).matches();
    }

    /** Returns the extension of a file's name without the dot, or an empty text. */
    static String extension(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** Returns a file's name without its extension. */
    static String stem(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
