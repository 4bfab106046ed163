package io.eyegoogler.evaluate;

import io.eyegoogler.FaceResult;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.Stage;
import io.eyegoogler.StageListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs detectors over annotated photos, one photo at a time, so that the times measured are of one photo alone. What
 * can't be evaluated is told in one line and left out.
 */
final class Evaluator {

    private final Path directory;
    private final List<AnnotatedPhoto> photos;
    private final Consumer<String> problems;
    private final Runnable photoDone;

    /**
     * @param directory that the photos' names are in
     * @param problems takes one line for each photo left out
     * @param photoDone called after each photo, left out or not
     */
    Evaluator(Path directory, List<AnnotatedPhoto> photos, Consumer<String> problems, Runnable photoDone) {
        this.directory = directory;
        this.photos = photos;
        this.problems = problems;
        this.photoDone = photoDone;
    }

    Evaluation evaluate(Contender contender) {
        warmUp(contender);
        List<PhotoRun> runs = new ArrayList<>();
        for (AnnotatedPhoto photo : photos) {
            run(photo, contender).ifPresent(runs::add);
            photoDone.run();
        }
        return Evaluation.of(contender.name(), runs);
    }

    /** The first photo pays for loading classes and planning the models' memory; its time says nothing. */
    private void warmUp(Contender contender) {
        for (AnnotatedPhoto photo : photos) {
            try {
                contender.finder().find(Files.readAllBytes(directory.resolve(photo.name())), StageListener.NONE);
                return;
            } catch (IOException | RuntimeException skipped) {
                // It will be told when its turn comes.
            }
        }
    }

    private Optional<PhotoRun> run(AnnotatedPhoto photo, Contender contender) {
        Path file = directory.resolve(AnnotationFile.NAME);
        try {
            file = directory.resolve(photo.name());
            StageTimes times = new StageTimes();
            FaceResult found = contender.finder().find(Files.readAllBytes(file), times);
            if (found.image().width() == photo.width() && found.image().height() == photo.height()) {
                return Optional.of(new PhotoRun(
                        photo,
                        PhotoScorer.score(photo, found.faces()),
                        times.milliseconds(Stage.DECODE),
                        times.milliseconds(Stage.DETECT)));
            }
            problems.accept(file + ": " + otherSize(found.image(), photo));
        } catch (InvalidPathException invalid) {
            problems.accept(file + ": No file can be called '" + photo.name() + "'.");
        } catch (NoSuchFileException missing) {
            problems.accept(file + ": There is no such file.");
        } catch (PhotoRejectedException rejected) {
            problems.accept(file + ": " + rejected.getMessage());
        } catch (IOException | OutOfMemoryError | RuntimeException failure) {
            problems.accept(file + ": " + failure);
        }
        return Optional.empty();
    }

    private static String otherSize(FaceResult.Size size, AnnotatedPhoto photo) {
        return "It has " + size.width() + " × " + size.height() + " pixels upright, but " + photo.width() + " × "
                + photo.height() + " in " + AnnotationFile.NAME + "; annotations are of the upright photo.";
    }
}
