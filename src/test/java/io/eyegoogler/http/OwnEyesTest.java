package io.eyegoogler.http;

import static io.eyegoogler.testing.Service.header;
import static io.eyegoogler.testing.Service.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.CustomEye;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.LogLines;
import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that a caller sends as form parts, to be drawn as eyes. */
class OwnEyesTest {

    private static final BufferedImage EYE = OwnEyes.eye(200);
    private static final BufferedImage PUPIL = OwnEyes.disc(80, Color.BLUE);
    private static final CustomEye BOTH = CustomEye.of(EYE).withPupil(PUPIL);
    private static final GooglyOptions SEVEN = GooglyOptions.DEFAULT.withSeed(7);

    @Shared
    private static Service service;

    private static Form form() {
        return new Form().file("file", "a.png", Photos.PORTRAIT);
    }

    private static Form both() {
        return form().file("eye", "eye.png", OwnEyes.png(EYE)).file("pupil", "pupil.png", OwnEyes.png(PUPIL));
    }

    private static String detail(HttpResponse<byte[]> refused) {
        return JsonParser.parseString(text(refused))
                .getAsJsonObject()
                .get("detail")
                .getAsString();
    }

    @Test
    void eyeAndPupil_areDrawnAsTheLibraryDrawsThem_inEveryFormat() {
        for (OutputFormat format : OutputFormat.values()) {
            HttpResponse<byte[]> drawn = service.upload("/eyegoogler?seed=7&format=" + format.id(), both());
            assertEquals(200, drawn.statusCode(), text(drawn));
            assertEquals("2", header(drawn, "X-Eyes"));
            assertEquals("1", header(drawn, "X-Faces"));
            GooglyOptions options = SEVEN.withFormat(format).withEye(BOTH);
            assertArrayEquals(Service.GOOGLER.googly(Photos.PORTRAIT, options).file(), drawn.body(), format.id());
        }
    }

    @Test
    void pupil_moves_andAnEyeWithoutOneStaysStill() throws IOException {
        Form still = form().file("eye", "eye.png", OwnEyes.png(EYE));
        assertTrue(frames(both()) >= 5);
        assertEquals(1, frames(still));
    }

    private static int frames(Form form) throws IOException {
        byte[] gif = service.upload("/eyegoogler?seed=7&format=gif", form).body();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader.getNumImages(true);
    }

    @Test
    void eyesGiven_haveThePicture_unlessTheyHaveAStyle() {
        String eyes = "[{\"x\":100,\"y\":400,\"radius\":30,\"pupil\":{\"x\":0,\"y\":0}},"
                + "{\"x\":400,\"y\":400,\"radius\":30,\"style\":\"egg\"}]";
        BufferedImage drawn = Photos.decode(
                service.upload("/eyegoogler", both().field("eyes", eyes)).body());
        assertEquals(Color.BLUE.getRGB(), drawn.getRGB(100, 400));
        assertEquals(Color.GREEN.getRGB(), drawn.getRGB(100, 376));
        BufferedImage egg = Photos.decode(
                service.upload("/eyegoogler", form().field("eyes", eyes)).body());
        assertEquals(egg.getRGB(400, 400), drawn.getRGB(400, 400));
        assertNotEquals(egg.getRGB(100, 400), drawn.getRGB(100, 400));
    }

    @Test
    void json_leavesTheStyleOpen_soThatTheRoundTripGivesTheSameBytes() {
        HttpResponse<byte[]> answer = service.send(HttpRequest.newBuilder(service.uri("/eyegoogler?seed=7"))
                .header("Content-Type", both().contentType())
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(both().body())));
        JsonObject json = JsonParser.parseString(text(answer)).getAsJsonObject();
        JsonArray eyes = json.getAsJsonArray("eyes");
        assertFalse(eyes.get(0).getAsJsonObject().has("style"), eyes.toString());
        byte[] file = Base64.getDecoder().decode(json.get("data").getAsString());
        assertArrayEquals(
                file,
                service.upload("/eyegoogler", both().field("eyes", eyes.toString()))
                        .body());
        assertArrayEquals(file, service.upload("/eyegoogler?seed=7", both()).body());
    }

    @Test
    void parts_areTakenInAnyOrder_withoutFileNames_andTheFirstOfEachName() {
        byte[] expected = service.upload("/eyegoogler?seed=7", both()).body();
        Form other = new Form()
                .field("pupil", OwnEyes.png(PUPIL))
                .field("seed", "7")
                .field("eye", OwnEyes.png(EYE))
                .field("eye", new byte[10])
                .file("file", "a.png", Photos.PORTRAIT);
        assertArrayEquals(expected, service.upload("/eyegoogler", other).body());
    }

    @Test
    void partsThatAreEmpty_countAsNotSent() {
        byte[] classic = service.upload("/eyegoogler?seed=7", Photos.PORTRAIT).body();
        Form empty = form().file("eye", "", new byte[0]).file("pupil", "", new byte[0]);
        assertArrayEquals(classic, service.upload("/eyegoogler?seed=7", empty).body());
        assertArrayEquals(
                classic,
                service.upload("/eyegoogler?seed=7&eye=&pupil=", form()).body());
    }

    @Test
    void faces_ignoresThem() {
        Form broken = form().file("eye", "eye.png", new byte[2 << 20]).field("pupil", new byte[2000]);
        HttpResponse<byte[]> faces = service.upload("/faces", broken);
        assertEquals(200, faces.statusCode());
        assertArrayEquals(service.upload("/faces", Photos.PORTRAIT).body(), faces.body());
    }

    @Test
    void contradictions_are400_thatSayWhatToDo() {
        Map<String, Form> refused = Map.of(
                "no part \"eye\"", form().file("pupil", "p.png", OwnEyes.png(PUPIL)),
                "either this part or the option \"style\"", both().field("style", "cat"));
        refused.forEach((sentence, form) -> {
            HttpResponse<byte[]> answer = service.upload("/eyegoogler", form);
            assertEquals(400, answer.statusCode());
            assertTrue(detail(answer).contains(sentence), detail(answer));
        });
        assertEquals(400, service.upload("/eyegoogler?style=classic", both()).statusCode());
        for (String name : List.of("eye", "pupil")) {
            for (HttpResponse<byte[]> answer : List.of(
                    service.post("/eyegoogler?" + name + "=eye.png", Photos.PORTRAIT),
                    service.upload("/eyegoogler?" + name + "=eye.png", both()))) {
                assertEquals(400, answer.statusCode());
                assertEquals(
                        "Invalid value 'eye.png' for option '" + name + "': expected a PNG, as a part of a form only.",
                        detail(answer));
            }
        }
    }

    private record Odd(String name, byte[] picture, int status) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static byte[] changed(byte[] png, int at, int value) {
        byte[] copy = png.clone();
        ByteBuffer.wrap(copy).putInt(at, value);
        return copy;
    }

    /** A PNG of one color of so many pixels, as small as they come. */
    private static byte[] bomb(int width, int height) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.write(FileParts.pngChunk("IHDR", header));
        file.write(FileParts.pngChunk("IDAT", rows.toByteArray()));
        file.write(FileParts.pngChunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static Stream<Odd> odd() throws Exception {
        byte[] png = OwnEyes.png(EYE);
        BufferedImage deep = Photos.as(BufferedImage.TYPE_USHORT_GRAY, EYE);
        byte[] bytes = new byte[100_000];
        return Stream.of(
                new Odd("16 bits", OwnEyes.png(deep), 200),
                new Odd("interlaced", FileParts.progressive(EYE, "png"), 200),
                new Odd("palette", OwnEyes.png(Photos.as(BufferedImage.TYPE_BYTE_INDEXED, EYE)), 200),
                new Odd("gray", OwnEyes.png(Photos.as(BufferedImage.TYPE_BYTE_GRAY, EYE)), 200),
                new Odd("bilevel", OwnEyes.png(Photos.as(BufferedImage.TYPE_BYTE_BINARY, EYE)), 200),
                new Odd("opaque", OwnEyes.png(Photos.as(BufferedImage.TYPE_3BYTE_BGR, EYE)), 200),
                new Odd("damaged profile", FileParts.inPng(png, FileParts.pngChunk("iCCP", bytes)), 200),
                new Odd("animated", animated(), 200),
                new Odd("transparent", OwnEyes.png(new BufferedImage(9, 9, BufferedImage.TYPE_4BYTE_ABGR)), 200),
                new Odd("one pixel", OwnEyes.png(Photos.plain(1, 1, Color.RED)), 200),
                new Odd("one megapixel", bomb(1000, 1000), 200),
                new Odd("a line of a megapixel", bomb(500_000, 2), 200),
                new Odd("a longer line", bomb(1_000_000, 1), 422),
                new Odd("more than a megapixel", bomb(1000, 1001), 422),
                new Odd("bomb", bomb(60_000, 20_000), 422),
                new Odd("claims to be huge", changed(png, 16, Integer.MAX_VALUE), 422),
                new Odd("claims to have no width", changed(png, 16, 0), 422),
                new Odd("truncated", Arrays.copyOf(png, png.length / 2), 422),
                new Odd("header alone", Arrays.copyOf(png, 33), 422),
                new Odd("signature alone", Arrays.copyOf(png, 8), 422),
                new Odd("half a signature", Arrays.copyOf(png, 5), 415),
                new Odd("JPEG", Photos.encode(Photos.portrait(), "jpeg"), 415),
                new Odd("GIF", Photos.encode(EYE, "gif"), 415),
                new Odd("text", "no picture".getBytes(), 415),
                new Odd("Base64", Base64.getEncoder().encode(png), 415),
                new Odd("exactly 1 MB", Arrays.copyOf(png, 1 << 20), 200),
                new Odd("more than 1 MB", Arrays.copyOf(png, (1 << 20) + 1), 413));
    }

    private static byte[] animated() {
        GooglyOptions moving = SEVEN.withFormat(OutputFormat.APNG);
        return Service.GOOGLER.googly(Photos.PORTRAIT, moving).file();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void oddPictures_areTaken_orRefusedByASentenceThatNamesThePart(Odd odd) {
        Form asEye = form().file("eye", "eye.png", odd.picture);
        Form asPupil = form().file("eye", "eye.png", OwnEyes.png(EYE)).file("pupil", "p.png", odd.picture);
        Map.of("eye", asEye, "pupil", asPupil).forEach((name, form) -> {
            HttpResponse<byte[]> answer = service.upload("/eyegoogler?seed=7", form);
            assertEquals(odd.status, answer.statusCode(), () -> text(answer));
            if (odd.status != 200) {
                assertTrue(detail(answer).startsWith("The form part \"" + name + "\""), detail(answer));
            }
        });
    }

    @Test
    void profileAndOrientation_areApplied() {
        BufferedImage gray = Photos.plain(10, 10, Color.GRAY);
        byte[] linear = FileParts.inPng(
                OwnEyes.png(gray),
                FileParts.pngChunk(
                        "gAMA", ByteBuffer.allocate(4).putInt(100_000).array()));
        Form form = form().file("eye", "eye.png", linear).field("eyes", "[{\"x\":100,\"y\":400,\"radius\":30}]");
        int shown = Photos.decode(service.upload("/eyegoogler", form).body()).getRGB(100, 400) & 0xff;
        assertEquals(188, shown, 2);
    }

    @Test
    void twoThousandEyes_ofAMegapixel_areDrawnInGoodTime() throws Exception {
        StringBuilder eyes = new StringBuilder("[");
        for (int i = 0; i < 2000; i++) {
            eyes.append(i == 0 ? "" : ",")
                    .append("{\"x\":" + 5 * (i % 100) + ",\"y\":" + 25 * (i / 100) + ",\"radius\":" + (4 + i / 100.0))
                    .append("}");
        }
        byte[] large = OwnEyes.png(OwnEyes.eye(1000));
        Form form = form().file("eye", "eye.png", large)
                .file("pupil", "p.png", large)
                .field("eyes", eyes.append("]").toString());
        HttpResponse<byte[]> drawn = service.upload("/eyegoogler", form);
        assertEquals("2000", header(drawn, "X-Eyes"));
    }

    @Test
    void eyesThatCoverALargePhoto_endAtTheDeadline() {
        String covering = "{\"x\":256,\"y\":256,\"radius\":2000}";
        String eyes = "[" + (covering + ",").repeat(1999) + covering + "]";
        ServerConfig hasty = new ServerConfig("127.0.0.1", 0, 32 << 20, 1, 1, Duration.ofMillis(300));
        try (Service limited = Service.start(hasty)) {
            HttpResponse<byte[]> late = limited.upload("/eyegoogler", both().field("eyes", eyes));
            assertTrue(List.of(422, 503).contains(late.statusCode()), text(late));
            Await.until(
                    () -> limited.upload("/faces", Photos.PORTRAIT).statusCode() == 200, "the worker is free again");
        }
    }

    @Test
    void log_namesTheStyle() {
        try (LogLines log = new LogLines()) {
            service.upload("/eyegoogler", both());
            service.upload("/eyegoogler?style=cat", Photos.PORTRAIT);
            Await.until(() -> log.text().contains("style=\"cat\""), "the log names the style");
            assertTrue(log.text().contains("style=\"custom\""), log.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void photoWithoutAFace_isLeftAlone(String format) {
        Form form = new Form()
                .file("file", "coffee.png", Photos.resource("/photos/coffee.png"))
                .file("eye", "eye.png", OwnEyes.png(EYE));
        HttpResponse<byte[]> answer = service.upload("/eyegoogler?format=" + format, form);
        assertEquals("0", header(answer, "X-Eyes"));
        assertNull(header(answer, "Retry-After"));
        if (format.equals("png")) {
            Pixels.assertSame(Photos.decode(Photos.resource("/photos/coffee.png")), Photos.decode(answer.body()));
        }
    }
}
