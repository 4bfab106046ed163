package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Keypoints;
import io.eyegoogler.OutputFormat;
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

    private final byte[] list = GSON.toJson(Styles.ALL).getBytes(StandardCharsets.UTF_8);
    /** Drawn on demand. */
    private final Map<EyeStyle, byte[]> thumbnails = new ConcurrentHashMap<>();

    /** All that another program needs to draw the same eyes; the names are those of the JSON. */
    private record Styles(Placing placing, List<Style> styles) {

        static final Styles ALL = new Styles(
                new Placing(
                        EyePlacer.MEAN_RADIUS, Keypoints.MIN_EYE_DISTANCE, EyePlacer.MIN_FACTOR, EyePlacer.MAX_FACTOR),
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

    /** Responds with all styles, as shapes to draw. */
    void list(Context ctx) {
        Responses.sendCacheable(ctx, MAX_AGE, Responses.JSON, list);
    }

    /** Responds with a small image of one style. */
    void thumbnail(Context ctx) {
        EyeStyle style = OptionParser.style(ctx.pathParam("id")).orElseThrow(HttpErrorException::unknownStyle);
        byte[] png = thumbnails.computeIfAbsent(
                style, known -> PhotoWriter.write(StyleThumbnail.draw(known), OutputFormat.PNG, Cancellation.NEVER));
        Responses.sendCacheable(ctx, MAX_AGE, "image/png", png);
    }
}
