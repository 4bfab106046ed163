package io.eyegoogler.evaluate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code annotations.json}. What is wrong with one photo is told, and the others are read. */
public final class AnnotationFile {

    static final String NAME = "annotations.json";

    private AnnotationFile() {}

    /**
     * The annotations of the photos in {@code directory}.
     *
     * @throws AnnotationException if there is no such file, or it isn't JSON
     */
    public static Annotations read(Path directory) throws AnnotationException {
        Path file = directory.resolve(NAME);
        List<AnnotatedPhoto> photos = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : parse(file).entrySet()) {
            try {
                photos.add(PhotoAnnotation.parse(entry.getKey(), entry.getValue()));
            } catch (AnnotationException wrong) {
                problems.add(file + ": " + wrong.getMessage());
            }
        }
        return new Annotations(photos, problems);
    }

    private static JsonObject parse(Path file) throws AnnotationException {
        try (JsonReader reader = new JsonReader(Files.newBufferedReader(file))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement root = JsonParser.parseReader(reader);
            if (!root.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new AnnotationException(file + ": This must be one JSON object, from photo to annotation.");
            }
            return root.getAsJsonObject();
        } catch (NoSuchFileException missing) {
            throw new AnnotationException(file + ": There is no such file.", missing);
        } catch (IOException | JsonParseException malformed) {
            throw new AnnotationException(file + ": " + firstLine(malformed), malformed);
        }
    }

    /** Gson says where and what in the first line, and where to read about it in the second. */
    private static String firstLine(Exception malformed) {
        Throwable told = malformed.getCause() == null ? malformed : malformed.getCause();
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("malformed");
    }
}
