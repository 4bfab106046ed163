package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's camera, with a made film of the portrait that moves to and fro. */
class PageCameraTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 30;
    /** How far the portrait moves each way, px. */
    private static final int SWAY = 40;

    @TempDir
    private static Path films;

    @Shared
    private static Service service;

    private static Browser browser;

    @TempDir
    private Path directory;

    private PageVisit page;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.startWithCamera(film());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        page = new PageVisit(browser, service, directory);
        page.open("?seed=7");
        browser.console();
        page.click("snap");
        browser.await("document.getElementById('viewfinder').dataset.eyes === '2'");
    }

    private static Path film() throws IOException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (int frame = 0; frame < FRAMES; frame++) {
            BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = picture.createGraphics();
            int x = (int) (SWAY * Math.sin(2 * Math.PI * frame / FRAMES));
            graphics.drawImage(Photos.portrait(), x - 40, 0, 720, 720, null);
            graphics.dispose();
            ImageIO.write(picture, "jpeg", film);
        }
        return Files.write(films.resolve("portrait.mjpeg"), film.toByteArray());
    }

    /** The face's eyes are left of the middle in the film, and so right of it in a mirror. */
    @Test
    void viewfinder_isAMirror_withGooglyEyesOnTheFace() {
        long white = 0;
        for (int i = 0; i < 100 && white < 300; i++) {
            white = whiteIn(browser.pixels("viewfinder").getSubimage(290, 120, 160, 100));
        }
        assertTrue(white >= 300, "White of eyes, px: " + white);
        assertTrue(whiteIn(Photos.portrait()) < 300, "The photo itself isn't as white");
        assertEquals(List.of(), browser.console());
    }

    private static long whiteIn(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return IntStream.of(picture.getRGB(0, 0, width, height, null, 0, width))
                .filter(pixel -> (pixel & 0xffffff) == 0xffffff)
                .count();
    }

    @Test
    void snap_isTheMirrorsPicture_withEyesFoundAnew() {
        page.click("shutter");
        page.awaitResult();

        page.awaitText("faces", "1 face");
        double middle = StreamSupport.stream(page.eyes().spliterator(), false)
                .mapToDouble(eye -> eye.getAsJsonObject().get("x").getAsDouble())
                .average()
                .orElseThrow();
        assertTrue(middle > WIDTH / 2.0, "Mirrored as seen: " + middle);
        assertEquals(Boolean.FALSE, browser.script("return document.getElementById('camera').open"));
    }

    @Test
    void countdown_snapsByItself() {
        page.click("timer");
        browser.await("document.getElementById('countdown').textContent === '2'");
        page.awaitResult();
        page.awaitText("faces", "1 face");
    }

    @Test
    void shutterHeld_savesAClip() {
        java.awt.Point shutter = browser.middle("shutter");
        byte[] clip = page.saved(clipName(), () -> {
            mouse("mousePressed", shutter);
            browser.await("document.getElementById('camera').classList.contains('recording')");
            browser.await("Number(document.getElementById('viewfinder').dataset.eyes) > 0");
            Browser.pause(java.time.Duration.ofSeconds(1));
            mouse("mouseReleased", shutter);
        });

        assertTrue(clip.length > 10_000, clip.length + " bytes");
        assertEquals(Boolean.TRUE, browser.script("return document.getElementById('camera').open"));
    }

    /** MP4 where the browser has it. */
    private static String clipName() {
        return Boolean.TRUE.equals(browser.script("return MediaRecorder.isTypeSupported('video/mp4;codecs=avc1')"))
                ? "googly.mp4"
                : "googly.webm";
    }

    private static void mouse(String type, java.awt.Point at) {
        browser.cdp(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", at.x, "y", at.y, "button", "left", "clickCount", 1));
    }

    @Test
    void camera_closed_isOff() {
        page.click("leave");
        browser.await("!document.getElementById('camera').open");
        assertEquals("hungry", browser.script("return document.body.dataset.state"));
    }
}
