package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.eyegoogler.Styles;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Handles {@code GET /styles} and the thumbnails of the styles. */
final class StyleRoutes {

    static final String PATH = "/styles";
    static final String THUMBNAIL_PATH = PATH + "/{id}.png";

    /** How long caches may keep styles and thumbnails, which change only with a release. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    private static final Gson GSON = new GsonBuilder()
            .registerTypeHierarchyAdapter(Enum.class, (JsonSerializer<Enum<?>>)
                    (value, type, context) -> new JsonPrimitive(value.name().toLowerCase(Locale.ROOT)))
            .create();

    private final byte[] list = GSON.toJson(json()).getBytes(StandardCharsets.UTF_8);
    /** By style id; thumbnails are drawn on demand. */
    private final Map<String, byte[]> thumbnails = new ConcurrentHashMap<>();

    private static JsonElement json() {
        JsonObject styles = GSON.toJsonTree(Styles.ALL).getAsJsonObject();
        styles.getAsJsonArray("styles").forEach(element -> {
            JsonObject style = element.getAsJsonObject();
            style.addProperty("thumbnail", PATH + "/" + style.get("id").getAsString() + ".png");
        });
        return styles;
    }

    /** Responds with all styles, as shapes to draw. */
    void list(Context ctx) {
        Responses.sendCacheable(ctx, MAX_AGE, "application/json", list);
    }

    /** Responds with a small image of one style. */
    void thumbnail(Context ctx) {
        byte[] png = thumbnails.computeIfAbsent(
                ctx.pathParam("id"), id -> Styles.thumbnail(id).orElseThrow(HttpErrorException::unknownStyle));
        Responses.sendCacheable(ctx, MAX_AGE, "image/png", png);
    }
}
