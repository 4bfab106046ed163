package io.eyegoogler.evaluate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.eyegoogler.Box;
import io.eyegoogler.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One photo of {@code annotations.json}.
 *
 * <p>Properties that aren't known here become slices when they are texts, lists of texts, or {@code true}: whoever adds
 * {@code "age": "child"} to faces gets figures for children.
 */
final class PhotoAnnotation {

    /** Those that say what to score or where annotations come from, and so part no photos. */
    private static final Set<String> PHOTO_PROPERTIES = Set.of("width", "height", "gt", "faces");

    private static final Set<String> FACE_PROPERTIES =
            Set.of("box", "box_kind", "eye_image_left", "eye_image_right", "eyes_src", "ignore");
    private static final List<String> EYES = List.of("eye_image_left", "eye_image_right");
    private static final Slice PARTIAL = Slice.of("tags", "partial_gt");

    private PhotoAnnotation() {}

    static AnnotatedPhoto parse(String name, JsonElement json) throws AnnotationException {
        JsonFields photo = JsonFields.of(json, name);
        int width = photo.pixels("width");
        int height = photo.pixels("height");
        Set<Slice> slices = slices(photo.object(), PHOTO_PROPERTIES);
        boolean partial = slices.contains(PARTIAL);
        slices.add(Slice.folder(name));
        List<AnnotatedFace> faces = new ArrayList<>();
        for (JsonElement face : photo.list("faces")) {
            faces.add(face(JsonFields.of(face, name + ", face " + (faces.size() + 1)), Math.max(width, height)));
        }
        return new AnnotatedPhoto(name, width, height, partial, faces, slices);
    }

    private static AnnotatedFace face(JsonFields face, int longerSide) throws AnnotationException {
        List<Point> eyes = new ArrayList<>();
        for (String eye : EYES) {
            face.point(eye).ifPresent(eyes::add);
        }
        Box box = face.box("box");
        boolean ignored = face.flag("ignore");
        Set<Slice> slices = slices(face.object(), FACE_PROPERTIES);
        slices.add(FaceSize.of(Boxes.longerSide(box) / longerSide).slice());
        return face.checked(() -> new AnnotatedFace(box, eyes, ignored, slices));
    }

    private static Set<Slice> slices(JsonObject properties, Set<String> known) {
        Set<Slice> slices = new HashSet<>();
        properties.entrySet().stream()
                .filter(property -> !known.contains(property.getKey()))
                .forEach(property -> addSlices(property.getKey(), property.getValue(), slices));
        return slices;
    }

    private static void addSlices(String group, JsonElement value, Set<Slice> slices) {
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(element -> addSlices(group, element, slices));
        } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
            slices.add(Slice.of(group, value.getAsString()));
        } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean() && value.getAsBoolean()) {
            slices.add(Slice.of(group, "true"));
        }
    }
}
