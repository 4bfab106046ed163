package io.eyegoogler.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.PhotoFormat;
import io.eyegoogler.Stage;
import io.eyegoogler.image.ReadableFormat;
import io.eyegoogler.options.OptionParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The service's contract as an OpenAPI 3.1 document.
 *
 * <p>What people wrote is in {@code openapi.json}; names, limits and formats come from the code, and so does what holds
 * for every operation. A new operation needs an entry under {@code paths} there, and no more.
 */
final class OpenApi {

    static final String MEDIA_TYPE = "application/json";

    private static final String FILE = "openapi.json";
    private static final List<String> HEADERS_OF_EVERY_ANSWER =
            List.of(RequestContext.ID_HEADER, RequestContext.TIMING_HEADER, "Cache-Control");
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private OpenApi() {}

    /** The document of a service with those settings, as UTF-8. */
    static byte[] document(EyeGooglerConfig settings, ServerConfig server, Metrics metrics, WebPage page) {
        JsonObject document = new JsonTemplate(values(settings, server, metrics, page))
                .fill(written())
                .getAsJsonObject();
        JsonObject components = document.getAsJsonObject("components");
        components.getAsJsonObject("responses").asMap().values().forEach(OpenApi::completeResponse);
        document.getAsJsonObject("paths").asMap().values().forEach(path -> completePath(path.getAsJsonObject()));
        return GSON.toJson(document).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonElement written() {
        try (InputStream file = OpenApi.class.getResourceAsStream(FILE)) {
            return JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, JsonElement> values(
            EyeGooglerConfig settings, ServerConfig server, Metrics metrics, WebPage page) {
        GooglyOptions defaults = GooglyOptions.DEFAULT;
        Map<String, Object> values = new HashMap<>();
        values.put("server", "http://" + ServerConfig.DEFAULT.host() + ":" + ServerConfig.DEFAULT.port());
        values.put("maxUploadBytes", server.maxUpload());
        values.put("maxUpload", grouped(server.maxUpload()));
        values.put("maxPixelCount", settings.maxPixels());
        values.put("maxPixels", grouped(settings.maxPixels()));
        values.put("timeoutMilliseconds", server.timeout().toMillis());
        values.put("timeout", grouped(server.timeout().toMillis()));
        values.put("idle", GooglyServer.IDLE.toSeconds());
        values.put("minRate", RequestBody.MIN_RATE);
        values.put("leastSize", GooglyOptions.MIN_SIZE);
        values.put("greatestSize", GooglyOptions.MAX_SIZE);
        values.put("defaultSize", defaults.size());
        values.put("gazes", OptionParser.gazes());
        values.put("leastDegrees", -Gaze.MAX_DEGREES);
        values.put("greatestDegrees", Gaze.MAX_DEGREES);
        values.put("defaultGaze", OptionParser.word(defaults.gaze()));
        values.put("maxEyes", EyeListReader.MAX_EYES);
        values.put("maxEyesBytes", EyeListReader.MAX_BYTES);
        values.put("minEyeCoordinate", -EyeListReader.MAX_COORDINATE);
        values.put("maxEyeCoordinate", EyeListReader.MAX_COORDINATE);
        values.put("maxEyeRadius", EyeListReader.MAX_RADIUS);
        values.put("minEyeRoll", -EyeListReader.MAX_ROLL);
        values.put("maxEyeRoll", EyeListReader.MAX_ROLL);
        values.put("kept", Responses.maxAge(StyleRoutes.KEPT));
        values.put("styles", OptionParser.styles());
        values.put("defaultStyle", defaults.style().id());
        values.put("formats", OptionParser.formats());
        values.put("defaultFormat", defaults.format().id());
        values.put("detections", OptionParser.detections());
        values.put("defaultDetection", settings.detection().id());
        values.put("extensions", joined("|", PhotoFormat.values(), PhotoFormat::extension));
        values.put(
                "stages",
                "queue|" + joined("|", Stage.values(), stage -> stage.name().toLowerCase(Locale.ROOT)));
        values.put("requestId", RequestContext.HARMLESS_ID.pattern());
        values.put("pageVersions", List.of(page.version()));
        values.put("pageFiles", WebPage.FILES);
        values.put("metrics", metrics.list());
        values.put("metricsType", Metrics.MEDIA_TYPE);
        values.put(
                "photo",
                "The photo: the form's part `file`, or the whole body. Its format is told by its content,"
                        + " never by its name or type. Formats that are read: " + ReadableFormat.names() + ".");
        values.put("photoContent", contents(ReadableFormat.values(), ReadableFormat::mediaType));
        values.put("googlyContent", contents(PhotoFormat.values(), PhotoFormat::mediaType));
        values.put("problem", Map.of(ProblemDetails.MEDIA_TYPE, Map.of("schema", reference("schemas", "Problem"))));
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> GSON.toJsonTree(value.getValue())));
    }

    /** As in 50,000,000. */
    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static <T> String joined(String separator, T[] all, Function<T, String> name) {
        return Arrays.stream(all).map(name).distinct().collect(Collectors.joining(separator));
    }

    /** For each format, a body that is a file of it. */
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

    /** Gives each operation what all have, and GET a HEAD beside it. */
    private static void completePath(JsonObject path) {
        path.asMap().values().forEach(operation -> {
            JsonObject responses = operation.getAsJsonObject().getAsJsonObject("responses");
            // What any request can run into before its path is looked at.
            responses.add("414", reference("responses", "414"));
            responses.add("431", reference("responses", "431"));
            responses.asMap().values().forEach(OpenApi::completeResponse);
        });
        if (path.has("get")) {
            path.add("head", headOf(path.getAsJsonObject("get")));
        }
        path.add("parameters", GSON.toJsonTree(List.of(reference("parameters", RequestContext.ID_HEADER))));
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
        HEADERS_OF_EVERY_ANSWER.forEach(header -> headers.asMap().putIfAbsent(header, reference("headers", header)));
    }

    private static JsonObject headOf(JsonObject get) {
        JsonObject head = get.deepCopy();
        head.addProperty("operationId", get.get("operationId").getAsString() + "Head");
        head.addProperty("summary", "As GET, without the body");
        head.remove("x-codeSamples");
        return head;
    }
}
