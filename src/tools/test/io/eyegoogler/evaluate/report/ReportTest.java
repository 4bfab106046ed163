package io.eyegoogler.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.evaluate.AnnotatedPhoto;
import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.FaceSize;
import io.eyegoogler.evaluate.Fixtures;
import io.eyegoogler.evaluate.PhotoRun;
import io.eyegoogler.evaluate.Slice;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String NAME = "a&b.png";
    private static final Slice SIZE = FaceSize.MEDIUM.slice();
    /** One face right, one wrong, one missed. */
    private static final AnnotatedPhoto PHOTO = Fixtures.photo(
            NAME,
            false,
            Set.of(Slice.of("tags", "<i>")),
            Fixtures.face(200, 200, SIZE),
            Fixtures.face(400, 400, SIZE),
            Fixtures.face(600, 600, SIZE));
    /** And one false alarm. */
    private static final PhotoRun RUN = Fixtures.run(
            PHOTO,
            Fixtures.detection(0.9, 200, 200),
            Fixtures.detection(0.8, 420, 400),
            Fixtures.detection(0.7, 800, 800));

    @TempDir
    private Path directory;

    private Report report(String... detectors) {
        List<Evaluation> evaluations = Arrays.stream(detectors)
                .map(name -> Fixtures.evaluation(name, RUN))
                .toList();
        return new Report(directory, evaluations, List.of("b.jpg: There is no such file."), List.of());
    }

    private String page(String... detectors) throws Exception {
        BufferedImage photo = new BufferedImage(Fixtures.PHOTO_SIDE, Fixtures.PHOTO_SIDE, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(photo, "png", directory.resolve(NAME).toFile());
        return HtmlReport.of(report(detectors));
    }

    @Test
    void page_showsEachThingThatWentWrongOnce() throws Exception {
        String page = page("fast");
        assertEquals(3, page.split("<figure>", -1).length - 1);
        for (String caption : List.of("score 0.70", "off by 0.50 eye distances", "100 px, 10.0 % of the photo")) {
            assertEquals(2, page.split(Pattern.quote(caption), -1).length, caption);
        }
    }

    @Test
    void page_holdsAllItShows_andNoTextIsTakenForMarkup() throws Exception {
        String page = page("<b>fast</b>");
        assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(page).find());
        assertFalse(page.contains("<b>fast</b>") || page.contains("<i></th>"));
        assertTrue(page.contains("a&amp;b.png") && page.contains("&lt;i&gt;"));
    }

    @Test
    void picture_hasTheAnnotationInGreenAndTheDetectionInRed() throws Exception {
        BufferedImage wrongEyes = picture(page("fast"), 1);
        // 240 px show 2.4 sides of the face: its box is 100 px wide in the middle, 20 px left of the detection's.
        assertTrue(isMostly(wrongEyes, 70, 120, Color.GREEN));
        assertTrue(IntStream.range(80, 160).anyMatch(y -> isMostly(wrongEyes, 190, y, Color.RED)));
    }

    private static BufferedImage picture(String page, int index) throws Exception {
        Matcher picture = Pattern.compile("base64,([^\"]+)").matcher(page);
        for (int i = 0; i <= index; i++) {
            assertTrue(picture.find());
        }
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture.group(1))));
    }

    private static boolean isMostly(BufferedImage image, int x, int y, Color colour) {
        Color pixel = new Color(image.getRGB(x, y));
        return colour == Color.RED
                ? pixel.getRed() > 1.5 * pixel.getGreen() && pixel.getRed() > 100
                : pixel.getGreen() > 1.5 * pixel.getRed() && pixel.getGreen() > 100;
    }

    @Test
    void detectors_standSideBySide() throws Exception {
        assertTrue(TerminalReport.of(report("fast", "balanced"))
                .replaceAll(" +", " ")
                .contains("Faces found (recall) 66.7 % [20.8–93.9] 66.7 % [20.8–93.9]\n"));
        String page = page("fast", "balanced");
        assertTrue(page.contains("<th>Detector</th><td>fast</td><td>balanced</td>"));
        assertTrue(page.contains("<g class=\"s1\"><title>balanced, face-size=10-20%: 66.7 % [20.8–93.9]</title>"));
    }

    @Test
    void json_hasFiguresSlicesAndEachFace() {
        JsonObject json = JsonParser.parseString(JsonReport.of(report("fast"))).getAsJsonObject();
        JsonObject detector = json.getAsJsonArray("detectors").get(0).getAsJsonObject();
        JsonObject found = detector.getAsJsonObject("overall").getAsJsonObject("found");
        assertEquals(2.0 / 3, found.get("value").getAsDouble());
        assertEquals(0.208, found.get("low").getAsDouble(), 0.001);
        assertEquals(2, detector.getAsJsonArray("slices").size());
        JsonObject photo = detector.getAsJsonArray("photos").get(0).getAsJsonObject();
        JsonObject wrong = photo.getAsJsonArray("faces").get(1).getAsJsonObject();
        assertEquals(0.5, wrong.get("eye_error").getAsDouble(), 1e-9);
        assertFalse(wrong.get("right").getAsBoolean());
        assertEquals(1, photo.getAsJsonArray("false_alarms").size());
        assertEquals(
                "b.jpg: There is no such file.",
                json.getAsJsonArray("left_out").get(0).getAsString());
    }
}
