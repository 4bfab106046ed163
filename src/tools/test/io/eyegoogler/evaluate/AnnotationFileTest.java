package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFileTest {

    @TempDir
    private Path directory;

    private Annotations read(String json) throws IOException, AnnotationException {
        Files.writeString(directory.resolve(AnnotationFile.NAME), json);
        return AnnotationFile.read(directory);
    }

    private AnnotatedPhoto readOne(String json) throws IOException, AnnotationException {
        Annotations annotations = read(json);
        assertEquals(List.of(), annotations.problems());
        return annotations.photos().get(0);
    }

    private String problemOf(String json) throws IOException, AnnotationException {
        Annotations annotations = read(json);
        assertEquals(1, annotations.problems().size());
        return annotations.problems().get(0);
    }

    @Test
    void photo_withAFace_isReadWithItsSlices() throws Exception {
        AnnotatedPhoto photo = readOne("""
                {"party/a.jpg": {"width": 800, "height": 600, "gt": "by hand", "tags": ["dark"], "place": "indoors",
                  "faces": [{"box": [10, 20, 60, 80], "box_kind": "head", "eye_image_left": [25, 50],
                    "eye_image_right": [55.5, 50], "eyes_src": "hand", "age": "child", "masked": true, "hat": false,
                    "year": 1999}]}}
                """);
        assertEquals("party/a.jpg", photo.name());
        assertEquals(
                Set.of(Slice.of("tags", "dark"), Slice.of("place", "indoors"), Slice.of("folder", "party")),
                photo.slices());
        AnnotatedFace face = photo.faces().get(0);
        assertEquals(new Box(10, 20, 60, 80), face.box());
        assertEquals(List.of(new Point(25, 50), new Point(55.5, 50)), face.eyes());
        assertEquals(
                Set.of(Slice.of("age", "child"), Slice.of("masked", "true"), FaceSize.MEDIUM.slice()), face.slices());
    }

    @Test
    void faceWithOneEye_ignoredFace_andPhotoMarkedInPart() throws Exception {
        AnnotatedPhoto photo = readOne("""
                {"a.jpg": {"width": 800, "height": 600, "tags": ["partial_gt"], "faces": [
                  {"box": [0, 0, 60, 80], "eye_image_left": [25, 50], "eye_image_right": null, "pose": "profile"},
                  {"box": [100, 0, 60, 80], "ignore": true}]}}
                """);
        assertTrue(photo.partial());
        assertEquals(List.of(new Point(25, 50)), photo.counted().get(0).eyes());
        assertEquals(1, photo.ignored().size());
    }

    @Test
    void wrongPhotos_areToldByFilePhotoFaceAndProperty_andTheOthersRead() throws Exception {
        Annotations annotations = read("""
                {"a.jpg": {"width": 800, "height": 600, "faces": [{"box": [0, 0, 60]}]},
                 "b.jpg": {"height": 600, "faces": []},
                 "c.jpg": {"width": 800, "height": 600, "faces": []}}
                """);
        Path file = directory.resolve("annotations.json");
        assertEquals(
                List.of(
                        file + ": a.jpg, face 1: 'box' must be [x, y, width, height].",
                        file + ": b.jpg: 'width' must be a number of pixels."),
                annotations.problems());
        assertEquals(
                List.of("c.jpg"),
                annotations.photos().stream().map(AnnotatedPhoto::name).toList());
    }

    @Test
    void boxWithoutArea_andTwoEyesInOnePlace_areRefused() throws Exception {
        assertTrue(
                problemOf("{'a.jpg': {'width': 8, 'height': 6, 'faces': [{'box': [0, 0, 0, 9]}]}}".replace('\'', '"'))
                        .endsWith("a.jpg, face 1: A face's box has a width and a height above 0."));
        assertTrue(problemOf(("{'a.jpg': {'width': 8, 'height': 6, 'faces': [{'box': [0, 0, 4, 4],"
                                + " 'eye_image_left': [1, 1], 'eye_image_right': [1, 1]}]}}")
                        .replace('\'', '"'))
                .endsWith("a.jpg, face 1: A face has at most two eyes, in different places."));
    }

    @Test
    void missingFile_isToldInOneLine() {
        var missing = assertThrows(AnnotationException.class, () -> AnnotationFile.read(directory));
        assertEquals(directory.resolve("annotations.json") + ": There is no such file.", missing.getMessage());
    }

    @Test
    void malformedJson_isToldInOneLineWithFileAndPlace() {
        var malformed = assertThrows(AnnotationException.class, () -> read("{\n\"a.jpg\": {\"width\": }}"));
        assertTrue(malformed.getMessage().startsWith(directory.resolve("annotations.json") + ": "));
        assertTrue(malformed.getMessage().contains("line 2"), malformed.getMessage());
        assertEquals(1, malformed.getMessage().lines().count());
    }

    @Test
    void jsonThatIsNoObject_orGoesOn_isRefused() {
        assertThrows(AnnotationException.class, () -> read("[]"));
        assertThrows(AnnotationException.class, () -> read(""));
        assertThrows(AnnotationException.class, () -> read("{} {}"));
    }
}
