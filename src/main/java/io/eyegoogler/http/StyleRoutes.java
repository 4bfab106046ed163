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

/** How eyes can look: {@code GET /styles}, and a thumbnail of each. */
final class StyleRoutes {

    static final String PATH = "/styles";
    static final String THUMBNAIL_PATH = PATH + "/{id}.png";

    /** They change with a new release at most. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final Gson GSON = new GsonBuilder()
            .registerTypeHierarchyAdapter(Enum.class, (JsonSerializer<Enum<?>>)
                    (value, type, context) -> new JsonPrimitive(value.name().toLowerCase(Locale.ROOT)))
            .create();

    private final byte[] list = GSON.toJson(json()).getBytes(StandardCharsets.UTF_8);
    /** By id; only those that are. */
    private final Map<String, byte[]> thumbnails = new ConcurrentHashMap<>();

    private static JsonElement json() {
        JsonObject styles = GSON.toJsonTree(Styles.ALL).getAsJsonObject();
        styles.getAsJsonArray("styles").forEach(element -> {
            JsonObject style = element.getAsJsonObject();
            style.addProperty("thumbnail", PATH + "/" + style.get("id").getAsString() + ".png");
        });
        return styles;
    }

    /** All styles, as data to draw them from. */
    void list(Context ctx) {
        Responses.sendToKeep(ctx, KEPT, "application/json", list);
    }

    /** A small picture of one. */
    void thumbnail(Context ctx) {
        byte[] png = thumbnails.computeIfAbsent(
                ctx.pathParam("id"), id -> Styles.thumbnail(id).orElseThrow(HttpErrorException::noSuchStyle));
        Responses.sendToKeep(ctx, KEPT, "image/png", png);
    }
}
