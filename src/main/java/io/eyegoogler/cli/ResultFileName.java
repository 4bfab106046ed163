package io.eyegoogler.cli;

import io.eyegoogler.cli.video.VideoContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The name of a result: {@code FOLDER/BASE.EXTENSION}, or {@code FOLDER/BASE-NUMBER.EXTENSION} if that is taken.
 *
 * @param number counts from 1, which is omitted in the name
 */
record ResultFileName(Path folder, String base, String extension, int number) {

    private static final String SUFFIX = "-googly";

    /** Returns the preferred name for the result of a photo: {@code FOLDER/STEM-googly.EXTENSION}. */
    static ResultFileName of(String stem, Path folder, String extension) {
        return new ResultFileName(folder, stem + SUFFIX, extension, 1);
    }

    /**
     * Returns the name for the result of a photo that was found in a folder. No other photo of that folder has it, and
     * which it is does not depend on which photos have been processed: so shards do not use each other's names, and what
     * exists is known to be done. Of {@code a.jpg} and {@code a.png}, the results are {@code a-googly.png} and
     * {@code a-googly.png.png}.
     */
    static ResultFileName unique(Path photo, Path folder, String extension) {
        String stem = PhotoNames.stem(photo);
        String own = PhotoNames.extension(photo);
        String distinction = comesFirst(photo, stem, own) ? "" : "." + own;
        return new ResultFileName(folder, stem + SUFFIX + distinction, extension, 1);
    }

    /** Returns whether there is no photo of the same stem with an extension that precedes {@code own}. */
    private static boolean comesFirst(Path photo, String stem, String own) {
        for (String known : PhotoNames.isVideo(photo) ? VideoContainer.EXTENSIONS : PhotoNames.EXTENSIONS) {
            for (String extension : List.of(known, known.toUpperCase(Locale.ROOT))) {
                if (extension.equals(own)) {
                    return true;
                }
                if (isOther(photo.resolveSibling(stem + "." + extension), photo)) {
                    return false;
                }
            }
        }
        // Without an extension it is the last; with one that is not known, it might be one of several.
        return own.isEmpty();
    }

    /** Where file systems ignore case, {@code a.jpg} is {@code a.JPG}. */
    private static boolean isOther(Path sibling, Path photo) {
        try {
            return Files.isRegularFile(sibling) && !Files.isSameFile(sibling, photo);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Returns the extension of the result of {@code file}: that of photos' results, or that of the kind of video. */
    static String extension(Path file, String photos) {
        return PhotoNames.isVideo(file)
                ? VideoContainer.of(PhotoNames.extension(file)).extension()
                : photos;
    }

    /** Returns the name that a user has given. */
    static ResultFileName given(Path file) {
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        return new ResultFileName(folder, PhotoNames.stem(file), PhotoNames.extension(file), 1);
    }

    ResultFileName first() {
        return new ResultFileName(folder, base, extension, 1);
    }

    ResultFileName next() {
        return new ResultFileName(folder, base, extension, number + 1);
    }

    String fileName() {
        return base + (number == 1 ? "" : "-" + number) + "." + extension;
    }

    Path path() {
        return folder.resolve(fileName());
    }
}
