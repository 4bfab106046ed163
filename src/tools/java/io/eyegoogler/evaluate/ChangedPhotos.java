package io.eyegoogler.evaluate;

import io.eyegoogler.FaceResult;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How much of what is found in photos is found in them changed: smaller, darker, tilted, turned, compressed. */
final class ChangedPhotos {

    private final Path directory;
    private final List<AnnotatedPhoto> photos;
    private final PhotoReader reader;

    /** {@code photos} are in {@code directory} and have at most so many pixels. */
    ChangedPhotos(Path directory, List<AnnotatedPhoto> photos, long maxPixels) {
        this.directory = directory;
        this.photos = photos;
        this.reader = new PhotoReader(maxPixels);
    }

    /** First the photos as they are, then each of {@code changes}; a photo that can't be read is left out. */
    List<ChangeResult> evaluate(Function<BufferedImage, FaceResult> finder, List<Change> changes) {
        List<Change> all = new ArrayList<>(List.of(Change.NONE));
        all.addAll(changes);
        List<List<PhotoScore>> scores =
                all.stream().<List<PhotoScore>>map(change -> new ArrayList<>()).toList();
        for (AnnotatedPhoto photo : photos) {
            BufferedImage image;
            try {
                image = reader.read(Files.readAllBytes(directory.resolve(photo.name())));
            } catch (IOException | InvalidPathException | PhotoRejectedException unreadable) {
                continue;
            }
            for (int i = 0; i < all.size(); i++) {
                Change.Changed changed = all.get(i).of(image, photo);
                scores.get(i)
                        .add(PhotoScorer.score(
                                changed.photo(), finder.apply(changed.image()).faces()));
            }
        }
        List<ChangeResult> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(line(all.get(i), scores.get(i), scores.get(0)));
        }
        return lines;
    }

    private static ChangeResult line(Change change, List<PhotoScore> scores, List<PhotoScore> asTheyAre) {
        List<FaceScore> faces = faces(scores);
        List<FaceScore> before = faces(asTheyAre);
        int kept = 0;
        for (int i = 0; i < faces.size(); i++) {
            if (faces.get(i).isRight() && before.get(i).isRight()) {
                kept++;
            }
        }
        return new ChangeResult(
                change.name(),
                faces.size(),
                (int) faces.stream().filter(FaceScore::isFound).count(),
                (int) faces.stream().filter(FaceScore::isRight).count(),
                kept,
                scores.stream().mapToInt(score -> score.falseAlarms().size()).sum());
    }

    private static List<FaceScore> faces(List<PhotoScore> scores) {
        return scores.stream().flatMap(score -> score.faces().stream()).toList();
    }
}
