package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.PhotoRejectedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Processes photos, and reports what users should know of each. Safe for use by several threads. */
record PhotoProcessor(EyeGoogler googler, GooglyOptions options, ResultWriter results, ProgressBar progress) {

    /** Processes a photo, and reports problems in one line. */
    Outcome process(InputPhoto photo) {
        try {
            if (results.isDone(photo.result())) {
                return Outcome.SKIPPED;
            }
            GooglyPhoto googly = googler.googly(photo.read(), options);
            if (googly.faces().isEmpty()) {
                report(photo, "No face found.");
            }
            return write(photo, googly);
        } catch (PhotoRejectedException rejected) {
            report(photo, rejected.getMessage());
        } catch (NoSuchFileException missing) {
            report(photo, "No such file.");
        } catch (IOException unreadable) {
            report(photo, "Cannot read the file: " + IoErrors.reason(unreadable));
        } catch (RuntimeException | Error bug) {
            report(photo, "Internal error: " + bug);
        }
        return Outcome.FAILED;
    }

    private Outcome write(InputPhoto photo, GooglyPhoto googly) {
        try {
            ResultFileName written = results.write(photo.result(), googly.file());
            if (written.number() > 1) {
                report(
                        photo,
                        "The result is " + written.path() + "; the name "
                                + written.first().fileName() + " is taken.");
            }
            return Outcome.DONE;
        } catch (IOException failure) {
            report(photo, "Cannot write " + results.description(photo.result()) + ": " + IoErrors.reason(failure));
            return Outcome.FAILED;
        }
    }

    private void report(InputPhoto photo, String message) {
        String name = photo.file() == InputPhoto.STANDARD_INPUT
                ? "standard input"
                : photo.file().toString();
        progress.println(name + ": " + message);
    }
}
