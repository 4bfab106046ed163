package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Face;
import io.eyegoogler.FaceResult;
import io.eyegoogler.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the response of {@code POST /faces}. Its eyes, if any, are as {@link EyeListReader} reads them, each number with
 * as many digits as it takes to read the same double.
 */
final class FacesJson {

    /** Leaves out members that are null. */
    private static final Gson GSON = new Gson();

    private FacesJson() {}

    private record Response(FaceResult.Size image, List<Face> faces, List<Entry> eyes) {}

    private record Entry(double x, double y, double radius, double roll, String side, Point pupil, String style) {

        static Entry of(Eye eye) {
            return new Entry(
                    eye.center().x(),
                    eye.center().y(),
                    eye.radius(),
                    eye.roll(),
                    eye.side().name().toLowerCase(Locale.ROOT),
                    eye.pupil(),
                    eye.style().map(EyeStyle::id).orElse(null));
        }
    }

    /** Returns the response without eyes, as UTF-8. */
    static byte[] faces(FaceResult found) {
        return write(new Response(found.image(), found.faces(), null));
    }

    /**
     * Returns the response with eyes, as UTF-8.
     *
     * @param style of eyes without one of their own; empty to leave it open
     */
    static byte[] facesAndEyes(FaceResult found, Optional<EyeStyle> style) {
        return write(response(found, style));
    }

    /** Returns the response with eyes, as members to add others to. */
    static JsonObject tree(FaceResult found, Optional<EyeStyle> style) {
        return GSON.toJsonTree(response(found, style)).getAsJsonObject();
    }

    private static Response response(FaceResult found, Optional<EyeStyle> style) {
        List<Entry> eyes = found.eyes().stream()
                .map(eye -> eye.style().isPresent()
                        ? eye
                        : style.map(eye::withStyle).orElse(eye))
                .map(Entry::of)
                .toList();
        return new Response(found.image(), found.faces(), eyes);
    }

    private static byte[] write(Response response) {
        return GSON.toJson(response).getBytes(StandardCharsets.UTF_8);
    }
}
