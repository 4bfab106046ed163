package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.CustomEye;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnEyeTest {

    private static final BufferedImage EYE = OwnEyes.eye(100);
    private static final BufferedImage PUPIL = OwnEyes.disc(40, Color.BLUE);

    @TempDir
    private Path directory;

    private Path portrait;
    private Path eye;
    private Path pupil;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        portrait = Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
        eye = Files.write(directory.resolve("eye.png"), OwnEyes.png(EYE));
        pupil = Files.write(directory.resolve("pupil.png"), OwnEyes.png(PUPIL));
    }

    private int run(Object... options) {
        return CommandLineFactory.create()
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("googly", portrait, "-o", directory), Stream.of(options))
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    @Test
    void eyeAndPupil_areDrawnAsTheLibraryDrawsThem() throws IOException {
        assertEquals(0, run("--eye", eye, "--pupil", pupil, "--seed", "7"), err::toString);
        GooglyOptions options =
                GooglyOptions.DEFAULT.withSeed(7).withEye(CustomEye.of(EYE).withPupil(PUPIL));
        assertArrayEquals(
                Service.GOOGLER.googly(Photos.PORTRAIT, options).file(),
                Files.readAllBytes(directory.resolve("portrait-googly.png")));
    }

    @Test
    void wrongPictures_areOneLineThatNamesThem() throws IOException {
        Path large = Files.write(directory.resolve("large.png"), new byte[2 << 20]);
        Path text = Files.writeString(directory.resolve("text.png"), "no picture");
        List<List<Object>> wrong = List.of(
                List.of("--pupil", pupil),
                List.of("--eye", eye, "--style", "cat"),
                List.of("--eye", directory.resolve("gone.png")),
                List.of("--eye", directory),
                List.of("--eye", large),
                List.of("--eye", eye, "--pupil", text));
        for (List<Object> options : wrong) {
            err.getBuffer().setLength(0);
            assertEquals(2, run(options.toArray()), options::toString);
            String line = err.toString().lines().findFirst().orElseThrow();
            assertTrue(
                    line.contains(options.get(options.size() - 1).toString())
                            && line.matches(".*(--eye|--pupil|--style|text.png).*"),
                    line);
        }
    }
}
