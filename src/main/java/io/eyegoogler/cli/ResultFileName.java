package io.eyegoogler.cli;

import java.nio.file.Path;

/**
 * What a result may be called: {@code FOLDER/STEM-googly.EXTENSION}, or with a number where that is taken.
 *
 * @param stem the photo's name without its extension
 * @param number from 1 on, which is left out
 */
record ResultFileName(Path folder, String stem, String extension, int number) {

    /** The first choice for {@code photo}. */
    static ResultFileName of(Path photo, Path folder, String extension) {
        Path name = photo.getFileName();
        String stem = name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
        return new ResultFileName(folder, stem, extension, 1);
    }

    ResultFileName first() {
        return new ResultFileName(folder, stem, extension, 1);
    }

    ResultFileName next() {
        return new ResultFileName(folder, stem, extension, number + 1);
    }

    String fileName() {
        return stem + "-googly" + (number == 1 ? "" : "-" + number) + "." + extension;
    }

    Path path() {
        return folder.resolve(fileName());
    }
}
