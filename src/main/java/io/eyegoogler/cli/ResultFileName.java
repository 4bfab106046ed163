package io.eyegoogler.cli;

import java.nio.file.Path;

/**
 * The name of a result: {@code FOLDER/STEM-googly.EXTENSION}, with a number if that name is taken.
 *
 * @param stem the name of the photo without its extension
 * @param number counts from 1, which is omitted in the name
 */
record ResultFileName(Path folder, String stem, String extension, int number) {

    /** Returns the preferred name for the result of {@code photo}. */
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
