package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lists folders without holding their lists in memory, in the order of the file system.
 *
 * @param findings receive a line for each folder that cannot be read, and what is left out
 * @param videos whether videos are photos too
 */
record PhotoFolder(Findings findings, boolean videos) {

    /**
     * Calls {@code action} with each photo in {@code folder}. Subfolders that are hidden or symbolic links are not
     * entered, so links cannot lead round in circles.
     *
     * @param recursive whether to look into subfolders too
     */
    void forEachPhoto(Path folder, boolean recursive, Consumer<Path> action) {
        forEach(folder, entry -> recursive || isByName(entry), entry -> {
            if (recursive && isSubfolder(entry)) {
                forEachPhoto(entry, true, action);
            } else if (isByName(entry) && Files.isRegularFile(entry)) {
                if (videos || !PhotoNames.isVideo(entry)) {
                    action.accept(entry);
                } else {
                    findings.leftOut(entry);
                }
            }
        });
    }

    private static boolean isByName(Path entry) {
        return PhotoNames.isPhoto(entry) || PhotoNames.isFoundVideo(entry);
    }

    static boolean isSubfolder(Path entry) {
        return PhotoNames.isVisible(entry) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Calls {@code action} with each entry of {@code folder} that {@code filter} takes. */
    void forEach(Path folder, Predicate<Path> filter, Consumer<Path> action) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, filter::test)) {
            entries.forEach(action);
        } catch (DirectoryIteratorException failure) {
            findings.problem(message(folder, failure.getCause()));
        } catch (IOException failure) {
            findings.problem(message(folder, failure));
        }
    }

    private static String message(Path folder, IOException failure) {
        return folder + ": Cannot read the folder: " + IoErrors.reason(failure);
    }
}
