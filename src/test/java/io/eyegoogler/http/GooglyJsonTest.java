package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GooglyJsonTest {

    @Shared
    private static Service service;

    private static HttpResponse<byte[]> send(String query, String accept, Form form) {
        return service.send(HttpRequest.newBuilder(service.uri("/eyegoogler?" + query))
                .header("Accept", accept)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.body())));
    }

    private static Form portrait() {
        return new Form().file("file", "photo.png", Photos.PORTRAIT);
    }

    private static JsonObject json(HttpResponse<byte[]> response) {
        assertEquals("application/json", Service.header(response, "Content-Type"));
        return JsonParser.parseString(Service.text(response)).getAsJsonObject();
    }

    private static byte[] data(JsonObject json) {
        return Base64.getDecoder().decode(json.get("data").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void json_hasTheSameFile_andTheSameFacesAndEyesAsFaces(String format) {
        String query = "seed=-9223372036854775808&style=cat&format=" + format;
        HttpResponse<byte[]> plain = send(query, "*/*", portrait());
        HttpResponse<byte[]> response = send(query, "application/json, */*;q=0.9", portrait());
        JsonObject json = json(response);
        JsonObject faces = JsonParser.parseString(Service.text(
                        service.upload("/faces?eyes=true&style=cat&seed=-9223372036854775808", portrait())))
                .getAsJsonObject();

        assertArrayEquals(plain.body(), data(json));
        assertEquals(format, json.get("format").getAsString());
        assertEquals("-9223372036854775808", json.get("seed").getAsString());
        for (String member : List.of("image", "faces", "eyes")) {
            assertEquals(faces.get(member), json.get(member), member);
        }
        for (String header : List.of("X-Faces", "X-Eyes", "X-Seed")) {
            assertEquals(Service.header(plain, header), Service.header(response, header), header);
        }
        assertNull(Service.header(response, "Content-Disposition"));
    }

    @Test
    void eyesOfTheJson_sentBack_giveTheSameFile() {
        JsonObject first = json(send("style=angry", "application/json", portrait()));
        Form again = portrait().field("eyes", first.get("eyes").toString());
        HttpResponse<byte[]> response = send("", "application/json", again);
        JsonObject second = json(response);

        assertArrayEquals(data(first), data(second));
        assertEquals(first.get("eyes"), second.get("eyes"));
        assertEquals(0, second.getAsJsonArray("faces").size());
        assertNull(Service.header(response, "X-Faces"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 196_607, 196_608, 196_609, 1_000_000})
    void text_isAsLongAsAnnounced_andHasEveryByte(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        GooglyPhoto googly = new GooglyPhoto(file, OutputFormat.PNG, 4, 3, List.of(), List.of(), 7);
        GooglyJson json = new GooglyJson(googly, Optional.empty());

        assertEquals(json.length(), json.text().length);
        String text = new String(json.text(), StandardCharsets.UTF_8);
        assertArrayEquals(file, data(JsonParser.parseString(text).getAsJsonObject()));
    }
}
