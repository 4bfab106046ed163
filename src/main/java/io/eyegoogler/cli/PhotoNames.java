package io.eyegoogler.cli;

import io.eyegoogler.cli.video.VideoContainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by their names which files in a folder are photos, and which are videos. */
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
            Pattern.compile(".*-googly(-[0-9]+|\\.[^.]*)?\\.(png|jpg|gif|mp4|mov|mkv|webm)", Pattern.DOTALL);

    private PhotoNames() {}

    /** Returns whether a file of that name, found in a folder, is a photo to process: not a result, and not hidden. */
    static boolean isPhoto(Path file) {
        return EXTENSIONS.contains(lowerCaseExtension(file)) && isVisible(file) && !isResult(file);
    }

    /** Returns whether a file is a video, wherever it comes from. */
    static boolean isVideo(Path file) {
        return VideoContainer.EXTENSIONS.contains(lowerCaseExtension(file));
    }

    /** Returns whether a file of that name, found in a folder, is a video to process. */
    static boolean isFoundVideo(Path file) {
        return isVideo(file) && isVisible(file) && !isResult(file);
    }

    static String lowerCaseExtension(Path file) {
        return extension(file).toLowerCase(Locale.ROOT);
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
