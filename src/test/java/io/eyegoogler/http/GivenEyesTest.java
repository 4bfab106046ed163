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
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eyes that a caller asks {@code /faces} for, edits, and sends to {@code /eyegoogler}. */
class GivenEyesTest {

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Form form(String eyes) {
        return new Form().field("eyes", eyes).file("file", "a.png", Photos.PORTRAIT);
    }

    private static JsonArray eyes(String query) {
        HttpResponse<byte[]> faces = service.upload("/faces?eyes=true&" + query, Photos.PORTRAIT);
        assertEquals(200, faces.statusCode(), text(faces));
        return JsonParser.parseString(text(faces)).getAsJsonObject().getAsJsonArray("eyes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=7",
                "seed=-3&size=2.5&gaze=meet&format=jpeg",
                "seed=1&gaze=12,400&style=cat",
                "seed=7&format=gif",
                "seed=8&format=apng&gaze=cross&style=diva"
            })
    void unedited_theyGiveTheSameBytes(String query) {
        HttpResponse<byte[]> direct = service.upload("/eyegoogler?" + query, Photos.PORTRAIT);
        String seedAndFormat = query.replaceAll("&?(size|gaze|style)=[^&]*", "");
        HttpResponse<byte[]> again =
                service.upload("/eyegoogler?" + seedAndFormat, form(eyes(query).toString()));

        assertEquals(200, again.statusCode(), text(again));
        assertArrayEquals(direct.body(), again.body());
        assertEquals("2", header(direct, "X-Eyes"));
        assertEquals("2", header(again, "X-Eyes"));
        assertEquals("1", header(direct, "X-Faces"));
        assertNull(header(again, "X-Faces"));
        assertFalse(header(again, "Server-Timing").contains("detect"));
    }

    @Test
    void seedThatWasDrawn_isTold() {
        HttpResponse<byte[]> faces = service.upload("/faces?eyes=true", Photos.PORTRAIT);
        String eyes = JsonParser.parseString(text(faces))
                .getAsJsonObject()
                .get("eyes")
                .toString();
        String query = "/eyegoogler?format=apng&seed=" + header(faces, "X-Seed");

        assertArrayEquals(
                service.upload(query, Photos.PORTRAIT).body(),
                service.upload(query, form(eyes)).body());
    }

    @Test
    void eyesThatNobodyAskedFor_areNotInTheAnswer() {
        for (String query : new String[] {"", "?eyes=false", "?eyes="}) {
            HttpResponse<byte[]> faces = service.upload("/faces" + query, Photos.PORTRAIT);
            assertFalse(JsonParser.parseString(text(faces)).getAsJsonObject().has("eyes"));
            assertNull(header(faces, "X-Seed"));
        }
    }

    @Test
    void oneThatIsMoved_isDrawnThere_inAStyleOfItsOwn() {
        JsonArray eyes = eyes("seed=7");
        JsonObject moved = eyes.get(0).getAsJsonObject();
        moved.addProperty("x", 60);
        moved.addProperty("y", 440);
        moved.addProperty("style", "egg");
        BufferedImage before = Photos.decode(
                service.upload("/eyegoogler?seed=7", Photos.PORTRAIT).body());
        BufferedImage after = Photos.decode(
                service.upload("/eyegoogler", form(eyes.toString())).body());
        BufferedImage photo = Photos.portrait();
        int x = (int) Photos.RIGHT_EYE.x();
        int y = (int) Photos.RIGHT_EYE.y();

        assertNotEquals(photo.getRGB(x, y), before.getRGB(x, y));
        assertEquals(photo.getRGB(x, y), after.getRGB(x, y));
        int yolk = after.getRGB(60, 440);
        assertTrue(
                (yolk >> 16 & 0xff) > 100 && (yolk & 0xff) < 100 || (yolk & 0xffffff) == 0, Integer.toHexString(yolk));
    }

    @Test
    void noEyes_giveThePhotoBack() {
        HttpResponse<byte[]> none = service.upload("/eyegoogler?format=gif", form("[]"));
        assertEquals("0", header(none, "X-Eyes"));
        assertEquals(200, none.statusCode());
        BufferedImage same =
                Photos.decode(service.upload("/eyegoogler", form("[]")).body());
        assertEquals(Photos.portrait().getRGB(200, 100), same.getRGB(200, 100));
    }

    @Test
    void anEmptyField_countsAsNotSent_andAFileIsTaken() {
        assertEquals("1", header(service.upload("/eyegoogler", form("")), "X-Faces"));
        Form file = new Form().file("eyes", "eyes.json", "[]".getBytes()).file("file", "a.png", Photos.PORTRAIT);
        assertEquals("0", header(service.upload("/eyegoogler", file), "X-Eyes"));
    }

    @Test
    void malformedList_is400ThatNamesTheEntry() {
        HttpResponse<byte[]> refused = service.upload(
                "/eyegoogler", form("[{\"x\":1,\"y\":2,\"radius\":3},{\"x\":1,\"y\":2,\"radius\":\"big\"}]"));
        assertEquals(400, refused.statusCode());
        assertTrue(text(refused).contains("eyes[1].radius"), text(refused));

        char[] blanks = new char[EyeListReader.MAX_BYTES];
        Arrays.fill(blanks, ' ');
        HttpResponse<byte[]> huge = service.upload("/eyegoogler", form("[" + new String(blanks) + "]"));
        assertEquals(400, huge.statusCode());
        assertEquals(
                400, service.upload("/eyegoogler?eyes=%5B%5D", Photos.PORTRAIT).statusCode());
        assertEquals(400, service.upload("/faces?eyes=maybe", Photos.PORTRAIT).statusCode());
    }

    @Test
    void eyesFarLargerThanThePhoto_areDrawn_andBeyondItNothing() {
        String covering = "{\"x\":256,\"y\":256,\"radius\":100000}";
        String beyond = "{\"x\":-10000000,\"y\":10000000,\"radius\":50}";
        for (String format : new String[] {"png", "gif", "apng"}) {
            HttpResponse<byte[]> drawn =
                    service.upload("/eyegoogler?format=" + format, form("[" + covering + "," + beyond + "]"));
            assertEquals(200, drawn.statusCode(), text(drawn));
        }
    }
}
