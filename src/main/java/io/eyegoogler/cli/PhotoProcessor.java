package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.cli.video.VideoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** Processes photos, and reports what users should know of each. Safe for use by several threads. */
record PhotoProcessor(
        EyeGoogler googler, GooglyOptions options, ResultWriter results, ProgressBar progress, VideoProcessor videos) {

    private static final String NO_FACE = "No face found.";

    /** Processes a photo or video, and reports problems in one line. */
    Outcome process(InputPhoto photo) {
        try {
            if (results.isDone(photo.result())) {
                return Outcome.SKIPPED;
            }
            return PhotoNames.isVideo(photo.file()) ? video(photo) : photo(photo);
        } catch (PhotoRejectedException rejected) {
            report(photo, rejected.getMessage());
        } catch (NoSuchFileException missing) {
            report(photo, "No such file.");
        } catch (IOException unreadable) {
            report(photo, "Cannot read the file: " + IoErrors.reason(unreadable));
        } catch (OutOfMemoryError full) {
            report(photo, "There is not enough memory for the file; a larger heap can be set with java -Xmx.");
        } catch (RuntimeException | Error bug) {
            report(photo, "Internal error: " + bug);
        }
        return Outcome.FAILED;
    }

    private Outcome photo(InputPhoto photo) throws IOException {
        GooglyPhoto googly = googler.googly(photo.read(), options);
        if (googly.faces().isEmpty()) {
            report(photo, NO_FACE);
        }
        return written(photo, () -> results.write(photo.result(), googly.file()));
    }

    private Outcome video(InputPhoto video) throws IOException {
        if (!Files.exists(video.file())) {
            throw new NoSuchFileException(video.file().toString());
        }
        if (options.format().moving()) {
            report(
                    video,
                    "The result of a video is a video; --format "
                            + options.format().id() + " is for photos.");
            return Outcome.FAILED;
        }
        return written(
                video,
                () -> results.write(video.result(), part -> {
                    if (videos.convert(video, part, googler.tracker(options)) == 0) {
                        report(video, NO_FACE);
                    }
                }));
    }

    /** Writes a result; returns its name. */
    private interface Writing {
        ResultFileName write() throws IOException;
    }

    private Outcome written(InputPhoto photo, Writing writing) {
        try {
            ResultFileName written = writing.write();
            if (written.number() > 1) {
                report(
                        photo,
                        "The result is " + written.path() + "; the name "
                                + written.first().fileName() + " is taken.");
            }
            return Outcome.DONE;
        } catch (VideoException failure) {
            report(photo, failure.getMessage());
        } catch (IOException failure) {
            report(photo, "Cannot write " + results.description(photo.result()) + ": " + IoErrors.reason(failure));
        }
        return Outcome.FAILED;
    }

    private void report(InputPhoto photo, String message) {
        String name = photo.file() == InputPhoto.STANDARD_INPUT
                ? "standard input"
                : photo.file().toString();
        progress.println(name + ": " + message);
    }
}
