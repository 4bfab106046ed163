package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void blackPhotoWithoutFaces() throws IOException {
        BufferedImage black = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(black, "png", directory.resolve("black.png").toFile());
        annotate("{'black.png': {'width': 40, 'height': 30, 'faces': []}}");
    }

    private void annotate(String json) throws IOException {
        Files.writeString(directory.resolve(AnnotationFile.NAME), json.replace('\'', '"'));
    }

    private int evaluate(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--output", directory.resolve("report").toString(), directory.toString()));
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments.toArray(String[]::new));
    }

    @Test
    void evaluation_writesAllReports_andReturnsOk() {
        assertEquals(OK, evaluate("--floor", "false-alarms=0"));
        assertEquals("", err.toString());
        assertTrue(out.toString().contains("1 photo, 0 faces"));
        assertTrue(Files.exists(directory.resolve("report/report.json")));
        assertTrue(Files.exists(directory.resolve("report/report.html")));
    }

    @Test
    void floorsMissed_areToldInALineEach_andFail() {
        assertEquals(FAILED, evaluate("--floor", "found=0.9", "--floor", "folder=x:right=0.9"));
        assertEquals("""
                Floor missed: balanced: no photo or face has the figure found=0.9
                Floor missed: balanced: no photo or face has the figure folder=x:right=0.9
                """, err.toString());
    }

    @Test
    void photoThatIsLeftOut_isTold_andFails_butTheOthersAreReported() throws IOException {
        annotate("{'black.png': {'width': 40, 'height': 30, 'faces': []},"
                + " 'gone.png': {'width': 40, 'height': 30, 'faces': []}}");
        assertEquals(FAILED, evaluate());
        assertEquals(directory.resolve("gone.png") + ": There is no such file.\n", err.toString());
        assertTrue(out.toString().contains("1 photo, 0 faces"));
    }

    @Test
    void photoThatIsLeftOut_isLeftOutOfTheChangesToo() throws IOException {
        annotate("{'black.png': {'width': 40, 'height': 30, 'faces': []},"
                + " 'gone.png': {'width': 40, 'height': 30, 'faces': []}}");
        assertEquals(FAILED, evaluate("--detector", "fast", "--changes"));
        assertEquals(directory.resolve("gone.png") + ": There is no such file.\n", err.toString());
        assertTrue(out.toString().contains("turned by 270°"), out.toString());
    }

    @Test
    void annotationsThatAreMissing_areToldInOneLine() throws IOException {
        Files.delete(directory.resolve(AnnotationFile.NAME));
        assertEquals(FAILED, evaluate());
        assertEquals(directory.resolve("annotations.json") + ": There is no such file.\n", err.toString());
    }

    @Test
    void wrongOptions_areToldInOneLine() {
        assertEquals(USAGE, evaluate("--floor", "sharpness=1"));
        assertTrue(err.toString().contains("'sharpness' is not a figure; there are found, right, "), err.toString());
        assertEquals(USAGE, evaluate("--detector", "magic"));
        assertEquals(2, err.toString().lines().count());
    }
}
