package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.CustomEye;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.Stage;
import io.eyegoogler.image.PictureReader;
import io.eyegoogler.image.heif.HeifSupport;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.options.OptionParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Generates the OpenAPI 3.1 document of the service.
 *
 * <p>Prose is in {@code openapi.json}; names, limits and formats come from the code, as does whatever applies to every
 * operation. A new operation only needs an entry under {@code paths} there.
 */
final class OpenApi {

    private static final String FILE = "openapi.json";
    private static final List<String> COMMON_HEADERS = List.of(
            RequestContext.ID_HEADER,
            RequestContext.TIMING_HEADER,
            "Cache-Control",
            "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers",
            "Vary");
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private OpenApi() {}

    /** Returns the document of a service with that configuration, in UTF-8. */
    static byte[] document(EyeGooglerConfig config, ServerConfig server, Metrics metrics, WebPage page) {
        JsonObject document = new JsonTemplate(values(config, server, metrics, page))
                .fill(JsonParser.parseString(new String(Resources.read(FILE), StandardCharsets.UTF_8)))
                .getAsJsonObject();
        JsonObject components = document.getAsJsonObject("components");
        components.getAsJsonObject("responses").asMap().values().forEach(OpenApi::completeResponse);
        document.getAsJsonObject("paths").asMap().values().forEach(path -> completePath(path.getAsJsonObject()));
        return GSON.toJson(document).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, JsonElement> values(
            EyeGooglerConfig config, ServerConfig server, Metrics metrics, WebPage page) {
        GooglyOptions defaults = GooglyOptions.DEFAULT;
        Set<ReadableFormat> readable = ReadableFormat.readable(HeifSupport.of(config.heif()));
        Map<String, Object> values = new HashMap<>();
        values.put("server", ServerConfig.DEFAULT.url(ServerConfig.DEFAULT.port()));
        values.put("maxUploadBytes", server.maxUpload());
        values.put("maxUpload", UnitFormat.bytes(server.maxUpload()));
        values.put("maxPixelCount", config.maxPixels());
        values.put("maxPixels", UnitFormat.pixels(config.maxPixels()));
        values.put("maxFramesPixelCount", config.maxFramesPixels());
        values.put("maxFramesPixels", UnitFormat.pixels(config.maxFramesPixels()));
        values.put("timeoutMilliseconds", server.timeout().toMillis());
        values.put("timeout", UnitFormat.seconds(server.timeout()));
        values.put("idle", HttpConnector.IDLE_TIMEOUT.toSeconds());
        values.put("minRate", RequestBody.MIN_RATE);
        values.put("minSize", GooglyOptions.MIN_SIZE);
        values.put("maxSize", GooglyOptions.MAX_SIZE);
        values.put("defaultSize", defaults.size());
        values.put("gazes", OptionParser.gazes());
        values.put("minDegrees", -Gaze.MAX_DEGREES);
        values.put("maxDegrees", Gaze.MAX_DEGREES);
        values.put("defaultGaze", OptionParser.word(defaults.gaze()));
        values.put("maxEyes", EyeListReader.MAX_EYES);
        values.put("maxEyesBytes", EyeListReader.MAX_BYTES);
        values.put("minEyeCoordinate", -EyeListReader.MAX_COORDINATE);
        values.put("maxEyeCoordinate", EyeListReader.MAX_COORDINATE);
        values.put("maxEyeRadius", EyeListReader.MAX_RADIUS);
        values.put("minEyeRoll", -EyeListReader.MAX_ROLL);
        values.put("maxEyeRoll", EyeListReader.MAX_ROLL);
        values.put("maxPicture", UnitFormat.bytes(PictureReader.MAX_BYTES));
        values.put("maxPicturePixels", UnitFormat.pixels(CustomEye.MAX_PIXELS));
        values.put("cacheable", Responses.maxAge(StyleRoutes.MAX_AGE));
        values.put("styles", OptionParser.styles());
        values.put("defaultStyle", defaults.style().id());
        values.put("formats", OptionParser.formats());
        values.put("defaultFormat", defaults.format().id());
        values.put("detections", OptionParser.detections());
        values.put("defaultDetection", config.detection().id());
        values.put("extensions", joined("|", OutputFormat.values(), OutputFormat::extension));
        values.put(
                "stages",
                "queue|" + joined("|", Stage.values(), stage -> stage.name().toLowerCase(Locale.ROOT)));
        values.put("requestId", RequestContext.SAFE_ID.pattern());
        values.put("exposedHeaders", Cors.EXPOSED_HEADERS);
        values.put("pageVersions", List.of(page.version()));
        values.put("pageFiles", WebPage.FILES);
        values.put("metrics", metrics.list());
        values.put("metricsType", Metrics.MEDIA_TYPE);
        values.put(
                "photo",
                "The photo, as form part `file` or as the whole body. Its format is detected from its content, not from"
                        + " its name or type. Supported formats: " + ReadableFormat.names(readable) + ".");
        values.put("photoContent", contents(readable.toArray(ReadableFormat[]::new), ReadableFormat::mediaType));
        values.put("googlyContent", contents(OutputFormat.values(), OutputFormat::mediaType));
        values.put("problem", Map.of(ProblemDetails.MEDIA_TYPE, Map.of("schema", reference("schemas", "Problem"))));
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> GSON.toJsonTree(value.getValue())));
    }

    private static <T> String joined(String separator, T[] all, Function<T, String> name) {
        return Arrays.stream(all).map(name).distinct().collect(Collectors.joining(separator));
    }

    /** Returns a media type entry for each format. */
    private static <T> JsonObject contents(T[] formats, Function<T, String> mediaType) {
        JsonObject contents = new JsonObject();
        for (T format : formats) {
            Map<String, String> file = Map.of("contentMediaType", mediaType.apply(format));
            contents.add(mediaType.apply(format), GSON.toJsonTree(Map.of("schema", file)));
        }
        return contents;
    }

    private static JsonObject reference(String kind, String name) {
        JsonObject reference = new JsonObject();
        reference.addProperty("$ref", "#/components/" + kind + "/" + name);
        return reference;
    }

    /** Adds what all operations have in common, and HEAD next to each GET. */
    private static void completePath(JsonObject path) {
        path.asMap().values().forEach(operation -> {
            JsonObject responses = operation.getAsJsonObject().getAsJsonObject("responses");
            // Errors that can occur before the path is routed.
            responses.add("414", reference("responses", "414"));
            responses.add("431", reference("responses", "431"));
            responses.asMap().values().forEach(OpenApi::completeResponse);
        });
        if (path.has("get")) {
            path.add("head", headOf(path.getAsJsonObject("get")));
        }
        path.add(
                "parameters",
                GSON.toJsonTree(List.of(
                        reference("parameters", RequestContext.ID_HEADER),
                        reference("parameters", TraceParent.HEADER))));
    }

    private static void completeResponse(JsonElement element) {
        JsonObject response = element.getAsJsonObject();
        if (response.has("$ref")) {
            return;
        }
        if (!response.has("headers")) {
            response.add("headers", new JsonObject());
        }
        JsonObject headers = response.getAsJsonObject("headers");
        COMMON_HEADERS.forEach(header -> headers.asMap().putIfAbsent(header, reference("headers", header)));
    }

    private static JsonObject headOf(JsonObject get) {
        JsonObject head = get.deepCopy();
        head.addProperty("operationId", get.get("operationId").getAsString() + "Head");
        head.addProperty("summary", "Same as GET, without the body");
        head.remove("x-codeSamples");
        return head;
    }
}
