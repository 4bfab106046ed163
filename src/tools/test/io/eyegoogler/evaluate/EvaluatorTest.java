package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.FaceResult;
import io.eyegoogler.Stage;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {

    @TempDir
    private Path directory;

    private final List<String> problems = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();

    private Evaluation evaluate(Contender contender, AnnotatedPhoto... photos) {
        return new Evaluator(directory, List.of(photos), problems::add, done::incrementAndGet).evaluate(contender);
    }

    private static AnnotatedPhoto named(String name) {
        return Fixtures.photo(name, false, Set.of(), Fixtures.face(300, 300));
    }

    @Test
    void detector_isGivenEachPhotosBytesAndScoredByItsAnnotation() throws Exception {
        Files.writeString(directory.resolve("good.jpg"), "good");
        Files.writeString(directory.resolve("bad.jpg"), "bad");
        Contender contender = new Contender("made", (bytes, observer) -> {
            double x = new String(bytes).equals("good") ? 300 : 310.5;
            return observer.around(
                    Stage.DETECT,
                    () -> new FaceResult(
                            new FaceResult.Size(Fixtures.PHOTO_SIDE, Fixtures.PHOTO_SIDE),
                            List.of(Fixtures.detection(0.9, x, 300)),
                            List.of(),
                            0));
        });
        Evaluation evaluation = evaluate(contender, named("good.jpg"), named("bad.jpg"));
        assertEquals(2, evaluation.overall().sums().found());
        assertEquals(1, evaluation.overall().sums().right());
        assertEquals(List.of(), problems);
        assertEquals(2, done.get());
    }

    @Test
    void photosThatCannotBeEvaluated_areToldByNameAndLeftOut() throws Exception {
        Files.writeString(directory.resolve("text.jpg"), "no picture");
        ImageIO.write(
                new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB),
                "png",
                file("small.png").toFile());
        ImageIO.write(
                new BufferedImage(Fixtures.PHOTO_SIDE, Fixtures.PHOTO_SIDE, BufferedImage.TYPE_INT_RGB),
                "png",
                file("black.png").toFile());
        try (EyeGoogler googler = EyeGoogler.load()) {
            Evaluation evaluation = evaluate(
                    Contender.of("real", googler),
                    named("missing.jpg"),
                    named("text.jpg"),
                    named("small.png"),
                    named("black.png"));
            assertEquals(
                    List.of("black.png"),
                    evaluation.runs().stream().map(PhotoRun::name).toList());
        }
        assertEquals(
                List.of(
                        file("missing.jpg") + ": There is no such file.",
                        file("text.jpg") + ": Unsupported image format; send one of JPEG, PNG,"
                                + " GIF, WEBP, TIFF, BMP, PNM, PAM, PFM, HDR, RAS.",
                        file("small.png") + ": It has 20 × 10 pixels upright, but 1000 × 1000 in annotations.json;"
                                + " annotations are of the upright photo."),
                problems.stream()
                        // Where libheif's converter is installed.
                        .map(problem -> problem.replace(", HEIC, AVIF.", "."))
                        .toList());
        assertEquals(4, done.get());
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
