package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.PhotoRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Processes photo files and reports on the terminal. Safe for use by several threads. */
record FileProcessor(EyeGoogler googler, GooglyOptions options, AtomicFileWriter results, ProgressBar progress) {

    /** Processes a photo and reports the result or the problem in one line; returns whether it succeeded. */
    boolean process(Path photo, ResultFileName name) {
        try {
            GooglyPhoto googly = googler.googly(Files.readAllBytes(photo), options);
            return write(photo, name, googly);
        } catch (PhotoRejectedException rejected) {
            progress.println(photo + ": " + rejected.getMessage());
        } catch (NoSuchFileException missing) {
            progress.println(photo + ": No such file.");
        } catch (IOException unreadable) {
            progress.println(photo + ": Cannot read the file: " + IoErrors.reason(unreadable));
        } catch (RuntimeException | Error bug) {
            progress.println(photo + ": Internal error: " + bug);
        }
        return false;
    }

    private boolean write(Path photo, ResultFileName name, GooglyPhoto googly) {
        try {
            ResultFileName written = results.write(name, googly.file());
            String taken =
                    written.number() == 1 ? "" : "; the name " + name.first().fileName() + " is taken";
            progress.println(photo + " -> " + written.path() + " ("
                    + faces(googly.faces().size()) + taken + ")");
            return true;
        } catch (IOException failure) {
            progress.println(photo + ": Cannot write " + name.path() + ": " + IoErrors.reason(failure));
            return false;
        }
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }
}
