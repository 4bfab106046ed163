package io.eyegoogler.http;

import static io.eyegoogler.testing.Service.header;
import static io.eyegoogler.testing.Service.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.FaceResult;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoRoutesTest {

    /** Googly eyes lie within this many eye distances of the eyes. */
    private static final double MAX_EYE_ERROR = 0.15;

    @Shared
    private static Service service;

    @ParameterizedTest
    @ValueSource(strings = {"/eyegoogler", "/eyegoogler/"})
    void portrait_uploaded_comesBackWithGooglyEyes(String path) {
        HttpResponse<byte[]> response = service.upload(path, new Form().file("file", "portrait.jpeg", Photos.PORTRAIT));

        assertEquals(200, response.statusCode());
        assertEquals("image/png", header(response, "Content-Type"));
        assertEquals("1", header(response, "X-Faces"));
        assertEquals("no-store", header(response, "Cache-Control"));
        assertEquals("inline; filename=\"portrait-googly.png\"", header(response, "Content-Disposition"));
        assertEquals(response.body().length, Integer.parseInt(header(response, "Content-Length")));
        assertTrue(header(response, "Server-Timing")
                .matches("queue;dur=[0-9.]+, decode;dur=[0-9.]+, detect;dur=[0-9.]+, draw;dur=[0-9.]+, "
                        + "encode;dur=[0-9.]+, total;dur=[0-9.]+"));
        BufferedImage googly = Photos.decode(response.body());
        assertEquals(512, googly.getWidth());
        assertEquals(512, googly.getHeight());
        assertOnlyEyesChanged(Photos.portrait(), googly);
    }

    private static void assertOnlyEyesChanged(BufferedImage before, BufferedImage after) {
        // The largest eye: 0.3375 · 1.25 of the eye distance, its rim and an eye's error more.
        double reach = Photos.EYE_DISTANCE * (0.3375 * 1.25 * 1.0445 + MAX_EYE_ERROR) + 1;
        int changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    changed++;
                    double distance = Math.min(
                            Math.hypot(x + 0.5 - Photos.RIGHT_EYE.x(), y + 0.5 - Photos.RIGHT_EYE.y()),
                            Math.hypot(x + 0.5 - Photos.LEFT_EYE.x(), y + 0.5 - Photos.LEFT_EYE.y()));
                    assertTrue(distance < reach, "Pixel (" + x + ", " + y + ") changed, far from both eyes");
                }
            }
        }
        assertTrue(changed > 300, "Only " + changed + " pixels changed");
    }

    @Test
    void portrait_faces_liesWhereItIs() {
        HttpResponse<byte[]> response = service.upload("/faces", Photos.PORTRAIT);

        assertEquals(200, response.statusCode());
        assertEquals("application/json", header(response, "Content-Type"));
        JsonObject json = JsonParser.parseString(text(response)).getAsJsonObject();
        assertEquals(Set.of("image", "faces"), json.keySet());
        JsonObject face = json.getAsJsonArray("faces").get(0).getAsJsonObject();
        assertEquals(Set.of("score", "box", "keypoints"), face.keySet());
        assertEquals(
                Set.of("rightEye", "leftEye", "noseTip", "mouthCenter", "rightEarTragion", "leftEarTragion"),
                face.getAsJsonObject("keypoints").keySet());
        FaceResult found = service.faces(Photos.PORTRAIT);
        assertEquals(new FaceResult.Size(512, 512), found.image());
        assertEquals(1, found.faces().size());
        assertTrue(found.faces().get(0).score() > 0.8);
        assertTrue(Photos.eyeError(found.faces().get(0)) < MAX_EYE_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void portraitStoredTurned_withExif_comesBackUpright(int orientation) {
        byte[] upright = service.upload("/eyegoogler?seed=3", Photos.PORTRAIT).body();
        BufferedImage stored = Exifs.stored(Photos.portrait(), orientation);
        byte[] png = Exifs.inPng(Photos.encode(stored, "png"), Exifs.tiff(orientation, ByteOrder.BIG_ENDIAN));
        byte[] jpeg = Exifs.inJpeg(Photos.encode(stored, "jpeg"), Exifs.tiff(orientation, ByteOrder.LITTLE_ENDIAN));

        assertArrayEquals(upright, service.upload("/eyegoogler?seed=3", png).body());
        assertTrue(Photos.eyeError(service.faces(jpeg).faces().get(0)) < MAX_EYE_ERROR);
        assertTrue(meanDifference(
                        Photos.decode(upright),
                        Photos.decode(service.upload("/eyegoogler?seed=3", jpeg).body()))
                < 4);
    }

    /** Of red, green and blue, 0..255. */
    private static double meanDifference(BufferedImage one, BufferedImage other) {
        assertEquals(one.getWidth(), other.getWidth());
        assertEquals(one.getHeight(), other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color a = new Color(one.getRGB(x, y));
                Color b = new Color(other.getRGB(x, y));
                sum += Math.abs(a.getRed() - b.getRed())
                        + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue());
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    @Test
    void sameSeed_givesTheSameBytes() {
        byte[] once =
                service.upload("/eyegoogler?seed=-42&size=1.5", Photos.PORTRAIT).body();
        byte[] again =
                service.upload("/eyegoogler?seed=-42&size=1.5", Photos.PORTRAIT).body();
        byte[] other =
                service.upload("/eyegoogler?seed=43&size=1.5", Photos.PORTRAIT).body();

        assertArrayEquals(once, again);
        assertFalse(Arrays.equals(once, other));
    }

    @Test
    void drawnSeed_sentBack_bringsTheSameBytes() {
        HttpResponse<byte[]> first = service.upload("/eyegoogler", Photos.PORTRAIT);
        HttpResponse<byte[]> second = service.upload("/eyegoogler", Photos.PORTRAIT);
        String seed = header(first, "X-Seed");

        assertNotEquals(seed, header(second, "X-Seed"));
        assertArrayEquals(
                first.body(),
                service.upload("/eyegoogler?seed=" + seed, Photos.PORTRAIT).body());
    }

    @Test
    void options_asFormFields_countAsInTheQuery() {
        Form form = new Form()
                .field("size", "2")
                .field("gaze", "cross")
                .field("seed", "7")
                .file("file", "x.png", Photos.PORTRAIT);

        assertArrayEquals(
                service.upload("/eyegoogler?size=2&gaze=cross&seed=7", Photos.PORTRAIT)
                        .body(),
                service.upload("/eyegoogler", form).body());
    }

    @Test
    void photo_withoutFileNameOrAsRawBody_isTaken() {
        byte[] expected = service.upload("/eyegoogler?seed=1", Photos.PORTRAIT).body();
        HttpResponse<byte[]> unnamed = service.upload("/eyegoogler?seed=1", new Form().field("file", Photos.PORTRAIT));
        HttpResponse<byte[]> raw = service.post("/eyegoogler?seed=1", Photos.PORTRAIT);
        // What curl --data-binary says of every body.
        HttpResponse<byte[]> mislabelled = service.send(HttpRequest.newBuilder(service.uri("/eyegoogler?seed=1"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(Photos.PORTRAIT)));

        assertArrayEquals(expected, unnamed.body());
        assertArrayEquals(expected, raw.body());
        assertArrayEquals(expected, mislabelled.body());
        assertEquals("inline; filename=\"photo-googly.png\"", header(raw, "Content-Disposition"));
    }

    @Test
    void noFace_isNoError() {
        byte[] sky = Photos.encode(Photos.plain(300, 200, new Color(90, 160, 230)), "png");
        HttpResponse<byte[]> response = service.upload("/eyegoogler", sky);

        assertEquals(200, response.statusCode());
        assertEquals("0", header(response, "X-Faces"));
        assertEquals(0, meanDifference(Photos.decode(sky), Photos.decode(response.body())));
        assertEquals(0, service.faces(sky).faces().size());
    }

    @Test
    void format_winsOverAccept_andAcceptOverDefault() {
        HttpRequest.Builder accepting = HttpRequest.newBuilder(service.uri("/eyegoogler"))
                .header("Accept", "image/jpeg, image/*;q=0.5")
                .POST(BodyPublishers.ofByteArray(Photos.PORTRAIT));
        HttpRequest.Builder overruled = HttpRequest.newBuilder(service.uri("/eyegoogler?format=png"))
                .header("Accept", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(Photos.PORTRAIT));
        HttpResponse<byte[]> jpeg = service.upload("/eyegoogler?format=jpeg", Photos.PORTRAIT);

        assertEquals("image/jpeg", header(service.send(accepting), "Content-Type"));
        assertEquals("image/png", header(service.send(overruled), "Content-Type"));
        assertEquals("image/jpeg", header(jpeg, "Content-Type"));
        assertEquals("inline; filename=\"photo-googly.jpg\"", header(jpeg, "Content-Disposition"));
        assertTrue(meanDifference(Photos.portrait(), Photos.decode(jpeg.body())) < 4);
    }

    @ParameterizedTest
    @CsvSource({"gif, image/gif, photo-googly.gif", "apng, image/apng, photo-googly.png"})
    void movingFormats_areServedAsTheOthers(String format, String mediaType, String name) {
        byte[] sky = Photos.encode(Photos.plain(300, 200, new Color(90, 160, 230)), "png");
        HttpResponse<byte[]> portrait = service.upload("/eyegoogler?seed=3&format=" + format, Photos.PORTRAIT);
        HttpResponse<byte[]> without = service.upload("/eyegoogler?format=" + format, sky);

        assertEquals(200, portrait.statusCode());
        assertEquals(mediaType, header(portrait, "Content-Type"));
        assertEquals("inline; filename=\"" + name + "\"", header(portrait, "Content-Disposition"));
        assertEquals("1", header(portrait, "X-Faces"));
        assertTrue(header(portrait, "Server-Timing").matches("queue.*decode.*detect.*draw.*encode.*"));
        // Dithering moves each pixel by some levels of 256.
        double difference = meanDifference(Photos.portrait(), Photos.decode(portrait.body()));
        assertTrue(difference < (format.equals("gif") ? 8 : 4), "Difference " + difference);
        assertEquals(200, without.statusCode());
        assertEquals("0", header(without, "X-Faces"));
        assertEquals(0, meanDifference(Photos.decode(sky), Photos.decode(without.body())));
    }

    @Test
    void transparency_survives() {
        BufferedImage photo = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.portrait());
        photo.setRGB(5, 7, 0x40123456);
        BufferedImage googly = Photos.decode(
                service.upload("/eyegoogler", Photos.encode(photo, "png")).body());

        assertEquals(0x40123456, googly.getRGB(5, 7));
        assertEquals(photo.getRGB(400, 400), googly.getRGB(400, 400));
    }

    @Test
    void callersRequestId_isTakenIfHarmless() {
        HttpRequest.Builder named =
                HttpRequest.newBuilder(service.uri("/health")).header("X-Request-Id", "trace_9-a");
        HttpRequest.Builder hostile =
                HttpRequest.newBuilder(service.uri("/health")).header("X-Request-Id", "<script>alert(1)</script>");

        assertEquals("trace_9-a", header(service.send(named), "X-Request-Id"));
        assertTrue(header(service.send(hostile), "X-Request-Id").matches("[A-Za-z0-9_-]{1,64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "apng"})
    void metadataOfTheUpload_isInNoAnswer(String format) {
        byte[] secret = "GPS 48.8584 N 2.2945 E, by a camera with a serial number".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer comment = ByteBuffer.allocate(4 + secret.length);
        comment.putShort((short) 0xfffe).putShort((short) (2 + secret.length)).put(secret);
        byte[] photo = FileParts.inserted(Photos.encode(Photos.portrait(), "jpeg"), 2, comment.array());
        photo = Exifs.inJpeg(photo, Exifs.tiff(1, ByteOrder.BIG_ENDIAN));
        byte[] answer = service.upload("/eyegoogler?format=" + format, photo).body();
        String text = new String(answer, StandardCharsets.ISO_8859_1);

        assertFalse(text.contains("GPS"));
        assertFalse(text.contains("Exif"));
        assertFalse(text.contains("eXIf"));
    }
}
