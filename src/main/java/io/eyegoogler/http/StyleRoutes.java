package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.PhotoFormat;
import io.eyegoogler.eyes.EyePlacer;
import io.eyegoogler.eyes.StyleDrawing;
import io.eyegoogler.eyes.StyleShape;
import io.eyegoogler.eyes.StyleThumbnail;
import io.eyegoogler.image.PhotoWriter;
import io.eyegoogler.options.OptionParser;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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

    private final byte[] list = GSON.toJson(Styles.ALL).getBytes(StandardCharsets.UTF_8);
    private final Map<EyeStyle, byte[]> thumbnails = new ConcurrentHashMap<>();

    /** All that another program needs to draw the same eyes; the names are those in the document. */
    private record Styles(Placing placing, List<Style> styles) {

        static final Styles ALL = new Styles(
                new Placing(EyePlacer.MEAN_RADIUS, EyePlacer.MIN_DISTANCE, EyePlacer.MIN_FACTOR, EyePlacer.MAX_FACTOR),
                Stream.of(EyeStyle.values()).map(Style::of).toList());
    }

    private record Placing(double meanRadius, double leastDistance, double leastFactor, double greatestFactor) {}

    private record Style(String id, String title, double reach, List<StyleShape> parts, String thumbnail) {

        static Style of(EyeStyle style) {
            StyleDrawing drawing = StyleDrawing.of(style);
            String thumbnail = PATH + "/" + style.id() + ".png";
            return new Style(style.id(), style.title(), drawing.reach(), drawing.parts(), thumbnail);
        }
    }

    /** All styles, as data to draw them from. */
    void list(Context ctx) {
        Responses.sendToKeep(ctx, KEPT, "application/json", list);
    }

    /** A small picture of one. */
    void thumbnail(Context ctx) {
        EyeStyle style = OptionParser.style(ctx.pathParam("id")).orElseThrow(HttpErrorException::noSuchStyle);
        byte[] png = thumbnails.computeIfAbsent(
                style, known -> PhotoWriter.write(StyleThumbnail.draw(known), PhotoFormat.PNG, Cancellation.NEVER));
        Responses.sendToKeep(ctx, KEPT, "image/png", png);
    }
}
