package io.eyegoogler.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where results go. */
record Output(Kind kind, Path path) {

    private static final String STANDARD_OUTPUT = "-";

    enum Kind {
        FOLDER,
        /** For one photo. */
        FILE,
        /** For one photo. */
        STANDARD_OUTPUT
    }

    /**
     * Returns what {@code text} means as the value of {@code --output}. It names a file if it has the extension of a
     * photo, unless there is a folder of that name, or it ends with a slash.
     *
     * @param onePhoto whether there is exactly one photo, named as such
     * @throws IllegalArgumentException if {@code text} names a file or standard output, and there are several photos
     */
    static Output of(String text, boolean onePhoto) {
        Path path = Path.of(text);
        if (text.equals(STANDARD_OUTPUT)) {
            return forOnePhoto(Kind.STANDARD_OUTPUT, path, onePhoto, "standard output");
        }
        boolean file = (PhotoNames.EXTENSIONS.contains(PhotoNames.lowerCaseExtension(path)) || PhotoNames.isVideo(path))
                && !text.endsWith("/")
                && !Files.isDirectory(path);
        return file ? forOnePhoto(Kind.FILE, path, onePhoto, "the file " + text) : new Output(Kind.FOLDER, path);
    }

    private static Output forOnePhoto(Kind kind, Path path, boolean onePhoto, String name) {
        if (!onePhoto) {
            throw new IllegalArgumentException("The output can be " + name + " for one photo only; name a folder");
        }
        return new Output(kind, path);
    }
}
