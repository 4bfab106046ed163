package io.eyegoogler.http;

import static io.eyegoogler.testing.Service.header;
import static io.eyegoogler.testing.Service.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.options.OptionParser;
import io.eyegoogler.testing.JsonEyes;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleRoutesTest {

    @Shared
    private static Service service;

    private static JsonObject list() {
        return JsonParser.parseString(text(service.get("/styles"))).getAsJsonObject();
    }

    private static List<JsonObject> styles() {
        return StreamSupport.stream(list().getAsJsonArray("styles").spliterator(), false)
                .map(style -> style.getAsJsonObject())
                .toList();
    }

    @Test
    void list_hasClassicFirst_andHowLargeEyesAre() {
        assertEquals(JsonParser.parseString("""
                        {"meanRadius": 0.3375, "leastDistance": 0.75, "leastFactor": 0.75, "greatestFactor": 1.25}"""), list().get("placing"));
        assertEquals(JsonParser.parseString("""
                        {"id": "classic", "title": "Classic", "thumbnail": "/styles/classic.png", "reach": 0.444,
                         "parts": [
                           {"on": "eye", "circle": [0.0, 0.0, 1.0445], "fill": "#000000",
                            "inside": false, "mirror": false},
                           {"on": "eye", "circle": [0.0, 0.0, 0.9555], "fill": "#ffffff",
                            "inside": false, "mirror": false},
                           {"on": "pupil", "circle": [0.0, 0.0, 0.556], "fill": "#000000",
                            "inside": false, "mirror": false},
                           {"on": "light", "circle": [0.256, -0.133, 0.089], "fill": "#ffffff",
                            "inside": false, "mirror": false}]}"""), styles().get(0));
        assertTrue(styles().size() >= 8, "Only " + styles().size());
    }

    @ParameterizedTest
    @MethodSource("styles")
    void thumbnail_showsWhatTheListSays(JsonObject style) {
        BufferedImage thumbnail =
                Photos.decode(service.get(style.get("thumbnail").getAsString()).body());
        JsonEyes expected = new JsonEyes(160, 96);
        expected.draw(style, new JsonEyes.Place(false, 45, 48, 30, 0, 0.55, 0.5));
        expected.draw(style, new JsonEyes.Place(true, 115, 48, 30, 0, -0.25, 0.7));

        assertEquals(160, thumbnail.getWidth());
        assertEquals(96, thumbnail.getHeight());
        double difference = 0;
        int wrong = 0;
        for (int i = 0; i < 160 * 96; i++) {
            double pixel = difference(expected.pixels()[i], thumbnail.getRGB(i % 160, i / 160));
            difference += pixel;
            wrong += pixel > 0.25 ? 1 : 0;
        }
        // What two ways of antialiasing may differ by, along some 600 px of edges.
        assertTrue(difference / (160 * 96) < 0.002, "Mean difference " + difference / (160 * 96));
        assertEquals(0, wrong, "Pixels of another colour");
    }

    /** The mean over red, green, blue, premultiplied, and alpha, 0..1. */
    private static double difference(double[] expected, int argb) {
        double alpha = (argb >>> 24) / 255.0;
        double sum = Math.abs(alpha - expected[3]);
        for (int i = 0; i < 3; i++) {
            sum += Math.abs((argb >> (16 - 8 * i) & 0xff) / 255.0 * alpha - expected[i]);
        }
        return sum / 4;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styles", "/styles/classic.png"})
    void answers_mayBeKept_andHeadSaysWhatGetSays(String path) {
        HttpResponse<byte[]> get = service.get(path);
        HttpResponse<byte[]> head =
                service.send(HttpRequest.newBuilder(service.uri(path)).method("HEAD", BodyPublishers.noBody()));

        assertEquals(200, get.statusCode());
        assertEquals(200, head.statusCode());
        for (String name : List.of("Content-Type", "Content-Length", "Cache-Control")) {
            assertEquals(header(get, name), header(head, name));
        }
        assertEquals("max-age=3600", header(get, "Cache-Control"));
        assertEquals(path.endsWith("png") ? "image/png" : "application/json", header(get, "Content-Type"));
        assertArrayEquals(get.body(), service.get(path).body());
    }

    @Test
    void thumbnailOfAnUnknownStyle_is404ThatIsNotKept() {
        HttpResponse<byte[]> response = service.get("/styles/picasso.png");

        assertEquals(404, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertEquals("no-store", header(response, "Cache-Control"));
        assertTrue(text(response).contains("GET /styles"), text(response));
    }

    @Test
    void unknownStyle_is400ThatListsAll() {
        HttpResponse<byte[]> response = service.upload("/eyegoogler?style=picasso", Photos.PORTRAIT);

        assertEquals(400, response.statusCode());
        String all = String.join(", ", OptionParser.styles());
        assertTrue(text(response).contains("for option 'style': expected one of " + all + "."), text(response));
    }

    @Test
    void everyStyle_givesEyesOfItsOwn() {
        List<Integer> pictures = OptionParser.styles().stream()
                .map(id -> service.upload("/eyegoogler?seed=1&style=" + id, Photos.PORTRAIT))
                .peek(response -> assertEquals(200, response.statusCode()))
                .map(response -> Arrays.hashCode(response.body()))
                .distinct()
                .toList();

        assertEquals(OptionParser.styles().size(), pictures.size());
    }
}
