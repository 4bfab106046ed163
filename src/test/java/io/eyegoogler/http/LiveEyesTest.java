package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.eyegoogler.Point;
import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eyes on the page whose pupils roll. */
class LiveEyesTest extends PageTestCase {

    @BeforeEach
    void open() {
        page.open("?seed=7");
    }

    private void goLive() {
        page.feedPortrait();
        page.click("live");
        browser.await("document.getElementById('live').getAttribute('aria-pressed') === 'true'");
        awaitRest();
    }

    /** What the canvas shows once it no longer changes. */
    private static BufferedImage awaitRest() {
        BufferedImage last = browser.pixels("canvas");
        for (int i = 0; i < 100; i++) {
            BufferedImage now = browser.pixels("canvas");
            if (i > 0 && PageVisit.same(last, now)) {
                return now;
            }
            last = now;
            Browser.pause(Duration.ofMillis(300));
        }
        throw new AssertionError("The eyes don't come to rest");
    }

    /** The middle of all that is black and drawn: of rims, which stay, and pupils. */
    private static Point middleOfBlack(BufferedImage canvas) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = 0; row < canvas.getHeight(); row++) {
            for (int column = 0; column < canvas.getWidth(); column++) {
                int pixel = canvas.getRGB(column, row);
                if (pixel >>> 24 > 200 && (pixel & 0xffffff) == 0) {
                    x += column;
                    y += row;
                    count++;
                }
            }
        }
        assertTrue(count > 50, "black pixels: " + count);
        return new Point(x / count, y / count);
    }

    @Test
    @Tag("verify")
    void pupils_fallDown_andRollWithThePointersJerks() {
        goLive();
        BufferedImage rest = awaitRest();

        boolean moved = false;
        for (int i = 0; i < 40 && !moved; i++) {
            browser.moveMouse(500 + 200 * (i % 2), 400);
            moved = !PageVisit.same(rest, browser.pixels("canvas"));
        }
        assertTrue(moved);
        Point again = middleOfBlack(awaitRest());
        assertTrue(again.distanceTo(middleOfBlack(rest)) < 1, "They come to rest at the bottom again: " + again);
    }

    @Test
    @Tag("verify")
    void pupils_rollToTheSide_whenThePhoneIsTilted() {
        goLive();
        Point upright = middleOfBlack(awaitRest());
        tilt(0, 60);
        Browser.pause(Duration.ofMillis(300));
        Point right = middleOfBlack(awaitRest());
        tilt(0, -60);
        Browser.pause(Duration.ofMillis(300));
        Point left = middleOfBlack(awaitRest());
        browser.cdp("DeviceOrientation.clearDeviceOrientationOverride", Map.of());

        assertTrue(right.x() > upright.x() + 2 && left.x() < upright.x() - 2, left + " " + upright + " " + right);
    }

    private static void tilt(double beta, double gamma) {
        browser.cdp("DeviceOrientation.setDeviceOrientationOverride", Map.of("alpha", 0, "beta", beta, "gamma", gamma));
    }

    @Test
    @Tag("verify")
    void shakeButton_movesThem_andAStillOfTheMomentIsSaved() {
        goLive();
        BufferedImage rest = awaitRest();
        page.click("shake");
        boolean moved = false;
        for (int i = 0; i < 40 && !moved; i++) {
            moved = !PageVisit.same(rest, browser.pixels("canvas"));
        }
        assertTrue(moved);
        page.click("save");
        BufferedImage still = Photos.decode(page.saved("portrait-googly.jpg", () -> page.click("still")));

        assertEquals(512, still.getWidth());
        int middle = PageVisit.difference(Photos.portrait().getRGB(256, 400), still.getRGB(256, 400));
        assertTrue(middle < 30, "The photo is untouched elsewhere: " + middle);
        assertTrue(isWhiteAndBlack(still, Photos.RIGHT_EYE) && isWhiteAndBlack(still, Photos.LEFT_EYE));
    }

    /** Whether most of the 7 × 7 px around are either: a pupil's edge may be among them. */
    private static boolean isWhiteAndBlack(BufferedImage image, Point at) {
        long either = IntStream.of(image.getRGB((int) at.x() - 3, (int) at.y() - 3, 7, 7, null, 0, 7))
                .filter(pixel -> PageVisit.difference(pixel, 0) < 60 || PageVisit.difference(pixel, 0xffffff) < 60)
                .count();
        return either > 7 * 7 / 2;
    }

    @Test
    @Tag("verify")
    void threeSeconds_areSavedAsVideo() {
        goLive();
        boolean mp4 =
                Boolean.TRUE.equals(browser.script("return MediaRecorder.isTypeSupported('video/mp4;codecs=avc1')"));
        byte[] video = page.saved(mp4 ? "portrait-googly.mp4" : "portrait-googly.webm", () -> {
            page.click("save");
            page.click("video");
        });

        assertTrue(video.length > 10_000, video.length + " bytes");
    }

    @Test
    @Tag("verify")
    void style_touched_changesThemAtOnce() {
        goLive();
        BufferedImage classic = awaitRest();
        browser.find("[name=style]:not(:checked)").click();
        BufferedImage other = awaitRest();

        assertFalse(PageVisit.same(classic, other));
        browser.await("location.search.includes('style=')");
    }

    /** For the same seed the service and the page draw the same chance, and so the same eyes. */
    @ParameterizedTest
    @CsvSource({
        "7, random, 1",
        "-1, cross, 2.5",
        "9223372036854775807, up, 0.25",
        "123456789012, 30, 1",
        "3, meet, 1",
        "-9223372036854775808, '100.5,-20', 3",
        "0, '222,119', 1"
    })
    void eyes_areWhereTheServicePutsThem(long seed, String gaze, double size) {
        String query = "?seed=" + seed + "&gaze=" + gaze + "&size=" + size;
        JsonArray placed = JsonParser.parseString(
                        Service.text(service.upload("/faces" + query + "&eyes=true", Photos.PORTRAIT)))
                .getAsJsonObject()
                .getAsJsonArray("eyes");
        page.open(query);
        page.feedPortrait();

        assertArrayEquals(numbers(placed), numbers(page.eyes()), 1e-9);
    }

    private static double[] numbers(JsonArray eyes) {
        return eyes.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .flatMap(eye -> Stream.of(
                        eye.get("x"),
                        eye.get("y"),
                        eye.get("radius"),
                        eye.get("roll"),
                        eye.getAsJsonObject("pupil").get("x"),
                        eye.getAsJsonObject("pupil").get("y")))
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    @Test
    void ball_staysInItsDish_losesSpeed_andRestsAtTheBottom() {
        Object rest = browser.promise("{const {Ball, GRAVITY} = await module('physics.js');"
                + "const ball = new Ball(-0.5, -0.5); ball.vx = 30; ball.vy = -20;"
                + "const energy = () => (ball.vx ** 2 + ball.vy ** 2) / 2 - GRAVITY * ball.y;"
                + "let most = energy(), frames = 0;"
                + "while (!ball.still && frames++ < 600) {"
                + "  ball.move(1 / 60, 0, GRAVITY);"
                + "  if (Math.hypot(ball.x, ball.y) > 1 + 1e-9) return 'It left the dish';"
                + "  if (energy() > most + 1) return 'It gained energy: ' + (energy() - most);"
                + "  most = Math.min(most, energy());"
                + "}"
                + "return frames >= 600 ? 'It never rests' : frames < 30 ? 'It stops dead'"
                + "  : Math.abs(ball.x) < 0.05 && ball.y > 0.99 ? 'rests' : ball.x + ' ' + ball.y}");

        assertEquals("rests", rest);
    }
}
