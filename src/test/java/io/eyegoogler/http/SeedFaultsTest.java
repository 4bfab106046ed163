package io.eyegoogler.http;

import static io.eyegoogler.testing.Service.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.eyegoogler.Face;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What brought the Python prototype down, or made it draw in the wrong place. */
class SeedFaultsTest {

    @Shared
    private static Service service;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void upload_ofAnyLength_isTaken(int remainder) {
        int length = Photos.PORTRAIT.length;
        byte[] padded = Arrays.copyOf(Photos.PORTRAIT, length + Math.floorMod(remainder - length, 8));
        assertEquals(remainder, padded.length % 8);

        assertEquals(200, service.upload("/eyegoogler", padded).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "12345678", "<html><body>No photo</body></html>", "%PDF-1.4"})
    void bytesThatAreNoPicture_are415(String text) {
        assertEquals(415, service.upload("/eyegoogler", text.getBytes()).statusCode());
    }

    /** The portrait cut so that an eye of hers lies on a border of the picture. */
    @ParameterizedTest
    @CsvSource({"204, 0, 308, 512", "0, 102, 512, 410", "0, 0, 246, 512", "0, 0, 512, 118"})
    void eyeAcrossABorder_isClipped(int x, int y, int width, int height) {
        byte[] photo = Photos.encode(Photos.cropped(Photos.portrait(), x, y, width, height), "png");
        HttpResponse<byte[]> response = service.upload("/eyegoogler?size=3&seed=1", photo);

        assertEquals(200, response.statusCode());
        assertEquals("1", header(response, "X-Faces"), "The face must be found for its eye to cross the border");
        assertTrue(bordersChanged(Photos.decode(photo), Photos.decode(response.body())), "No eye reaches a border");
    }

    private static boolean bordersChanged(BufferedImage before, BufferedImage after) {
        int right = before.getWidth() - 1;
        int bottom = before.getHeight() - 1;
        boolean changed = false;
        for (int x = 0; x <= right; x++) {
            changed |= before.getRGB(x, 0) != after.getRGB(x, 0) || before.getRGB(x, bottom) != after.getRGB(x, bottom);
        }
        for (int y = 0; y <= bottom; y++) {
            changed |= before.getRGB(0, y) != after.getRGB(0, y) || before.getRGB(right, y) != after.getRGB(right, y);
        }
        return changed;
    }

    @Test
    void eyesTwoPixelsApart_areDrawn() {
        // Head and shoulders in 26 × 26 pixels: too little for a second look, so detection is left at one.
        BufferedImage head = Photos.cropped(Photos.portrait(), 43, 0, 360, 360);
        byte[] photo = Photos.encode(Photos.scaled(head, 26, 26), "png");
        try (Service fast = Service.startFast()) {
            Face found = fast.faces(photo).faces().get(0);
            HttpResponse<byte[]> response = fast.upload("/eyegoogler?seed=1", photo);

            assertTrue(found.keypoints().rightEye().distanceTo(found.keypoints().leftEye()) <= 2);
            assertEquals(200, response.statusCode());
            assertTrue(differ(Photos.decode(photo), Photos.decode(response.body())), "Nothing was drawn");
        }
    }

    private static boolean differ(BufferedImage one, BufferedImage other) {
        for (int i = 0; i < one.getWidth() * one.getHeight(); i++) {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            if (one.getRGB(x, y) != other.getRGB(x, y)) {
                return true;
            }
        }
        return false;
    }

    private static double score(byte[] photo) {
        HttpResponse<byte[]> faces = service.upload("/faces?detection=fast", photo);
        return JsonParser.parseString(Service.text(faces))
                .getAsJsonObject()
                .getAsJsonArray("faces")
                .get(0)
                .getAsJsonObject()
                .get("score")
                .getAsDouble();
    }

    @Test
    void redAndBlue_areNotSwapped() {
        BufferedImage portrait = Photos.portrait();
        double right = score(Photos.PORTRAIT);
        double wrong = score(Photos.encode(swapped(portrait), "png"));
        BufferedImage googly =
                Photos.decode(service.upload("/eyegoogler", Photos.PORTRAIT).body());

        // A face of natural colour is surer than a blue one.
        assertTrue(right > wrong + 0.005, right + " against " + wrong);
        assertEquals(portrait.getRGB(200, 330), googly.getRGB(200, 330), "The orange suit");
    }

    private static BufferedImage swapped(BufferedImage image) {
        BufferedImage swapped = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                swapped.setRGB(x, y, rgb & 0xff00ff00 | rgb >> 16 & 0xff | (rgb & 0xff) << 16);
            }
        }
        return swapped;
    }
}
