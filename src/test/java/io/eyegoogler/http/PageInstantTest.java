package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page draws the eyes itself: a photo is sent once, and again only for a file. */
class PageInstantTest extends PageTestCase {

    /** Of a mobile phone's line: 3 Mbit/s. */
    private static final long BYTES_PER_SECOND = 3_000_000 / 8;
    /** A photo of a megabyte: what follows its last chunk is part of no picture, and skipped by those who read it. */
    private static final byte[] LARGE = java.util.Arrays.copyOf(Photos.PORTRAIT, 1_000_000);

    @BeforeEach
    void open() {
        page.open("?seed=7&format=png");
        browser.console();
        browser.events();
    }

    @AfterEach
    void consoleIsQuiet() {
        browser.uploadSpeed(-1);
        assertEquals(List.of(), browser.console());
    }

    private static Stream<JsonObject> events(String method) {
        return browser.events().stream()
                .map(event -> JsonParser.parseString(event).getAsJsonObject().getAsJsonObject("message"))
                .filter(message -> message.get("method").getAsString().equals(method))
                .map(message -> message.getAsJsonObject("params"));
    }

    /** Waits until so many requests were aborted since events were last asked for. */
    private static void awaitAborted(int count) {
        AtomicLong aborted = new AtomicLong();
        Await.until(
                () -> aborted.addAndGet(events("Network.loadingFailed")
                                .filter(event -> event.get("canceled").getAsBoolean())
                                .count())
                        >= count,
                count + " requests are aborted");
    }

    /** The paths of what was posted since events were last asked for. */
    private static List<String> posts() {
        return events("Network.requestWillBeSent")
                .map(event -> event.getAsJsonObject("request"))
                .filter(request -> request.get("method").getAsString().equals("POST"))
                .map(request ->
                        java.net.URI.create(request.get("url").getAsString()).getPath())
                .toList();
    }

    @Test
    void style_onASlowLine_isOnScreenWithTheNextFrames_andNoByteIsSent() {
        browser.uploadSpeed(BYTES_PER_SECOND);
        page.choose("portrait.png", LARGE);
        page.awaitResult();
        assertEquals(List.of("/faces"), posts());

        Object frames = browser.promise("{const canvas = document.getElementById('canvas');"
                + "const pixels = () => canvas.toDataURL();"
                + "const before = pixels();"
                + "document.querySelector('[name=style][value=egg]').click();"
                + "for (let frame = 1; frame <= 60; frame++) {"
                + "  await new Promise(requestAnimationFrame);"
                + "  if (pixels() !== before) return frame;"
                + "}"
                + "return 'never'}");
        assertTrue(frames instanceof Long count && count <= 2, "Frames until the change is seen: " + frames);
        browser.await("location.search.includes('style=egg')");
        assertEquals(List.of(), posts());
    }

    @Test
    void dice_pressedTwentyTimesInTwoSeconds_endsWithPictureAddressAndCommandInAgreement() {
        page.feedPortrait();
        browser.events();
        page.awaitAnother(() -> browser.promise("{for (let i = 0; i < 20; i++) {"
                + "document.getElementById('dice').click(); await new Promise((done) => setTimeout(done, 100));}}"));
        assertEquals(List.of(), posts());
        assertFalse(browser.element("bubble").isDisplayed());

        String address = (String) browser.script("return location.search");
        assertTrue(address.matches("\\?seed=\\d+&format=png"), address);
        String seed = address.replaceAll(".*seed=(\\d+).*", "$1");
        assertTrue(page.command().contains("&seed=" + seed + "&"), page.command());
        byte[] same = service.upload("/eyegoogler" + address, Photos.PORTRAIT).body();
        double difference = PageVisit.meanDifference(Photos.decode(same), browser.pixels("after"));
        assertTrue(difference < 0.2, "Picture and address: " + difference);
        assertEquals(8L, browser.script("return document.querySelectorAll('#rolls canvas').length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny",
                "cartoon",
                "sleepy",
                "bloodshot",
                "angry",
                "weepy",
                "diva",
                "heart",
                "hypnotised",
                "cat",
                "egg"
            })
    void style_isDrawnAsTheServiceDrawsIt(String style) {
        page.feedPortrait();
        page.awaitAnother(
                () -> browser.find("[name=style][value=" + style + "]").click());
        BufferedImage drawn = Photos.decode(service.upload("/eyegoogler?seed=7&style=" + style, Photos.PORTRAIT)
                .body());
        BufferedImage shown = browser.pixels("after");

        // The eyes cover some 3,000 of 262,144 px, so another style or place makes more of a difference.
        double difference = PageVisit.meanDifference(drawn, shown);
        assertTrue(difference < 0.12, "Mean difference: " + difference);
    }

    @Test
    void eyesAskedFor_andSentBack_giveTheSameBytes() {
        String options = "?seed=7&size=1.5&gaze=cross&style=cat";
        String found = Service.text(service.upload("/faces" + options + "&eyes=true", Photos.PORTRAIT));
        String eyes =
                JsonParser.parseString(found).getAsJsonObject().get("eyes").toString();

        byte[] sent = service.upload(
                        "/eyegoogler?style=cat",
                        new Form().field("eyes", eyes).file("file", "photo.png", Photos.PORTRAIT))
                .body();
        assertArrayEquals(
                service.upload("/eyegoogler" + options, Photos.PORTRAIT).body(), sent);
    }

    @Test
    void file_isMadeByTheService_withWhatIsSeen_once() throws Exception {
        page.feedPortrait();
        browser.find("[name=gaze][value=cross]").click();
        browser.events();
        byte[] file = page.saved("portrait-googly.png", () -> page.click("save"));

        assertArrayEquals(page.commanded("portrait-googly.png"), file);
        assertEquals(List.of("/eyegoogler"), posts());
        page.saved("portrait-googly.png", () -> page.click("save"));
        assertEquals(List.of(), posts());
    }

    @Test
    void upload_canBeGivenUp_byButtonAndByEscape() {
        browser.uploadSpeed(20_000);
        page.choose("portrait.png", LARGE);
        browser.await("document.getElementById('progress').value > 0");
        page.click("cancel");
        browser.await("document.getElementById('work').hidden");
        assertEquals("hungry", browser.script("return document.body.dataset.state"));
        page.choose("portrait.png", LARGE);
        browser.await("document.getElementById('progress').value > 0");
        browser.active().sendKeys(org.openqa.selenium.Keys.ESCAPE);
        browser.await("document.getElementById('work').hidden");

        assertFalse(browser.element("bubble").isDisplayed());
        awaitAborted(2);
    }

    @Test
    void newestPhoto_wins_andTheOtherIsAborted() {
        browser.uploadSpeed(20_000);
        page.choose("portrait.png", LARGE);
        browser.await("document.getElementById('progress').value > 0");
        page.choose("coffee.png", Photos.resource("/photos/coffee.png"));
        // Only then: at full speed the first upload may be over before it can be aborted.
        awaitAborted(1);
        browser.uploadSpeed(-1);
        page.awaitResult();

        page.awaitText("faces", "0 faces");
    }

    @Test
    void progress_isSeen_whileAFileIsMadeOfAPhotoThatIsShown() {
        page.feedPortrait();
        browser.uploadSpeed(100_000);
        page.click("save");
        browser.await("document.getElementById('progress').value > 0.1");
        browser.await("document.getElementById('work').checkVisibility({opacityProperty: true})"
                + " && getComputedStyle(document.getElementById('work')).opacity === '1'");
        assertEquals("stage", browser.script("return document.getElementById('work').parentElement.id"));
        page.click("cancel");
        browser.await("document.getElementById('work').hidden");
    }

    @Test
    void largePhoto_inAHomeNetwork_isShrunkToLookForFaces_andItsEyesAreWhereTheyBelong() {
        browser.open(
                page.address().replace("127.0.0.1", Browser.HOME_NETWORK_HOST) + "?seed=7", 1280, 800, false, false);
        browser.await("document.querySelector('.eye g')?.hasAttribute('transform')");
        byte[] large = Photos.encode(Photos.scaled(Photos.portrait(), 2048, 2048), "png");
        browser.events();
        page.choose("large.png", large);
        page.awaitResult();
        long sent = events("Network.requestWillBeSentExtraInfo")
                .map(event -> event.getAsJsonObject("headers").get("Content-Length"))
                .filter(java.util.Objects::nonNull)
                .mapToLong(length -> length.getAsLong())
                .max()
                .orElse(0);

        assertTrue(sent > 10_000 && sent < large.length / 4, sent + " of " + large.length + " bytes");
        for (int eye = 0; eye < 2; eye++) {
            io.eyegoogler.Point at = List.of(Photos.RIGHT_EYE, Photos.LEFT_EYE).get(eye);
            JsonObject found = page.eyes().get(eye).getAsJsonObject();
            assertEquals(4 * at.x(), found.get("x").getAsDouble(), 16);
            assertEquals(4 * at.y(), found.get("y").getAsDouble(), 16);
        }
        assertTrue(page.command().contains("-F 'eyes=["), page.command());
        page.click("resnap");
        page.awaitText("trouble", "on https and on localhost only");
    }

    @Test
    void picture_liesOverAll_forTheBrowsersOwnMenu() {
        page.feedPortrait();
        java.awt.Point middle = browser.middle("stage");

        assertEquals(
                "after",
                browser.script("return document.elementFromPoint(arguments[0], arguments[1]).id", middle.x, middle.y));
        assertEquals(2, page.eyesChanged());
    }

    @Test
    void picture_copied_isWhatIsSeen() {
        browser.cdp(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        page.feedPortrait();
        page.click("copy-picture");
        browser.await("document.getElementById('news').textContent === 'Copied, with 2 eyes.'");
        Object size = browser.promise("{const [item] = await navigator.clipboard.read();"
                + "const bitmap = await createImageBitmap(await item.getType('image/png'));"
                + "return bitmap.width + ' ' + bitmap.height}");
        // What isn't granted was denied by that, for all that follow.
        browser.cdp("Browser.resetPermissions", Map.of());
        assertEquals("512 512", size);
    }
}
