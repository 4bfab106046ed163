package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visitor with a laptop does with the page. */
class PageInBrowserTest extends PageTestCase {

    /** What a first visit may bring, the sample photo aside, bytes. */
    private static final long FIRST_VISIT = 100_000;

    private static final String AVIF =
            "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2"
                    + "aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAAB"
                    + "AABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0M"
                    + "AAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8"
                    + "+ErK42A=";

    @BeforeEach
    void open() {
        browser.console();
        browser.events();
        page.open();
    }

    /** Chromium itself notes each answer that is an error; nothing else may be there. */
    @AfterEach
    void consoleIsQuiet_andNothingIsAskedElsewhere() {
        assertEquals(
                List.of(),
                browser.console().stream()
                        .filter(line -> !line.contains("Failed to load resource"))
                        .toList());
        List<String> elsewhere = requests()
                .filter(url -> !url.startsWith(page.address()) && !url.startsWith("blob:") && !url.startsWith("data:"))
                .toList();
        assertEquals(List.of(), elsewhere);
    }

    private static Stream<JsonObject> events(String method) {
        return browser.events().stream()
                .map(event -> JsonParser.parseString(event).getAsJsonObject().getAsJsonObject("message"))
                .filter(message -> message.get("method").getAsString().equals(method))
                .map(message -> message.getAsJsonObject("params"));
    }

    private static Stream<String> requests() {
        return events("Network.requestWillBeSent")
                .map(event -> event.getAsJsonObject("request").get("url").getAsString());
    }

    @Test
    void firstVisit_isSmall() {
        browser.cdp("Network.clearBrowserCache", java.util.Map.of());
        browser.cdp("Network.setBypassServiceWorker", java.util.Map.of("bypass", true));
        browser.events();
        page.open();
        long bytes = events("Network.loadingFinished")
                .mapToLong(event -> event.get("encodedDataLength").getAsLong())
                .sum();

        browser.cdp("Network.setBypassServiceWorker", java.util.Map.of("bypass", false));
        assertTrue(bytes > 10_000 && bytes < FIRST_VISIT, bytes + " bytes");
    }

    @Test
    void photo_dropped_comesBackWithGooglyEyes() {
        browser.drop("portrait.png", Photos.PORTRAIT, "mouth");
        page.awaitResult();

        assertEquals(2, page.eyesChanged());
        page.awaitText("faces", "1 face");
        assertTrue(page.content("details").matches("512 × 512 · 0.\\d+ MB · .*looking.*"), page.content("details"));
        assertEquals(
                "Done. 1 face got googly eyes.", browser.script("return document.getElementById('news').textContent"));
    }

    @Test
    void photo_pasted_comesBackWithGooglyEyes() {
        browser.script(
                "const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));"
                        + "const clipboardData = new DataTransfer();"
                        + "clipboardData.items.add(new File([bytes], 'image.png', {type: 'image/png'}));"
                        + "dispatchEvent(new ClipboardEvent('paste', {clipboardData}));",
                Base64.getEncoder().encodeToString(Photos.PORTRAIT));
        page.awaitResult();

        assertEquals(2, page.eyesChanged());
    }

    @Test
    void sample_isAPhotoWithOneFace() {
        page.click("sample");
        page.awaitResult();

        assertEquals(2, page.eyesChanged());
    }

    @Test
    void edge_movedByItsGrip_showsThePhotoBefore() {
        page.feedPortrait();
        assertEquals("0%", edge());
        assertEquals(
                Boolean.TRUE,
                browser.script("const [grip, stage] = ['grip', 'stage'].map((id) =>"
                        + "document.getElementById(id).getBoundingClientRect()); return grip.left >= stage.left"),
                "The grip is inside the picture");
        browser.drag(browser.middle("grip"), browser.middle("stage"));
        assertTrue(Math.abs(Double.parseDouble(edge().replace("%", "")) - 50) < 2, edge());
        java.awt.Point grip = browser.middle("grip");
        assertTrue(Math.abs(grip.x - browser.middle("stage").x) < 3, "The grip is on the edge: " + grip);
    }

    @Test
    void grip_restsWhereNoFaceIs() {
        Object heights = browser.promise("{const {restGrip} = await module('compare.js');"
                + "const rest = (...boxes) => {restGrip(boxes.map((box) => ({box})), {height: 100});"
                + "  return document.getElementById('stage').style.getPropertyValue('--grip')};"
                + "return [rest(), rest({x: 0, y: 40, height: 20}), rest({x: 0, y: 20, height: 50}),"
                + "  rest({x: 60, y: 40, height: 20})].join(' ')}");
        assertEquals("50% 30% 85% 50%", heights);
    }

    private static String edge() {
        return (String) browser.script("return document.getElementById('stage').style.getPropertyValue('--edge')");
    }

    @Test
    void controls_changeTheEyesAndTheAddress() {
        page.feedPortrait();
        BufferedImage first = browser.pixels("after");

        page.awaitAnother(() -> browser.script("const s = document.getElementById('size'); s.value = 2;"
                + "s.dispatchEvent(new Event('input', {bubbles: true}))"));
        assertDifferent(first);
        page.awaitAnother(() -> browser.find("[name=gaze][value=up]").click());
        page.awaitAnother(() -> browser.find("[name=format][value=png]").click());
        BufferedImage before = browser.pixels("after");
        page.awaitAnother(() -> page.click("dice"));
        assertDifferent(before);

        String address = (String) browser.script("return location.search");
        assertTrue(address.matches("\\?gaze=up&size=2&seed=\\d+&format=png"), address);
    }

    private static void assertDifferent(BufferedImage before) {
        assertFalse(PageVisit.same(before, browser.pixels("after")));
    }

    @Test
    void url_restoresTheOptions() {
        String options = "?gaze=cross&size=1.5&seed=7&format=png";
        page.open(options);
        page.feedPortrait();

        assertEquals(options, browser.script("return location.search"));
        assertTrue(browser.find("[name=gaze][value=cross]").isSelected());
        byte[] same = service.upload("/eyegoogler" + options, Photos.PORTRAIT).body();
        double difference = PageVisit.meanDifference(Photos.decode(same), browser.pixels("after"));
        assertTrue(difference < 0.2, "What the browser draws is what the service draws: " + difference);
    }

    @Test
    void download_isWhatTheCommandBringsToo() throws Exception {
        Programs.installed("curl", "curl");
        page.open("?seed=7&format=png");
        page.feedPortrait();
        byte[] downloaded = page.saved("portrait-googly.png", () -> page.click("save"));

        assertArrayEquals(page.commanded("portrait-googly.png"), downloaded);
    }

    @Test
    void command_forAPhotoWhoseNameIsACommand_doesNotRunThat() throws Exception {
        Programs.installed("curl", "curl");
        for (String name : List.of("$(touch hacked).png", "`touch hacked`.png", "a!b$HOME.png")) {
            page.open();
            page.choose(name, Photos.PORTRAIT);
            page.awaitResult();
            String command = page.command();

            assertTrue(command.endsWith(" --output \"photo-googly.jpg\""), command);
            new ProcessBuilder("sh", "-c", command)
                    .directory(directory.toFile())
                    .start()
                    .waitFor();
            assertFalse(Files.exists(directory.resolve("hacked")), command);
        }
    }

    /** Chromium on Linux shares nothing itself, so the test stands in for the system's dialog. */
    @Test
    void share_whereThereIsAWay_givesTheFile() {
        browser.script("navigator.canShare = ({files}) => files.length === 1;"
                + "navigator.share = async ({files: [file]}) => { globalThis.shared = `${file.name} ${file.type}`; };");
        page.feedPortrait();
        page.click("share");
        browser.await("globalThis.shared === 'portrait-googly.jpg image/jpeg'");
    }

    @Test
    void textFile_isRefusedInTheServicesOwnWords() {
        byte[] text = "Dear diary".getBytes(StandardCharsets.UTF_8);
        page.choose("diary.txt", text);
        browser.await("document.getElementById('trouble').textContent");

        String detail = JsonParser.parseString(Service.text(service.upload("/eyegoogler", text)))
                .getAsJsonObject()
                .get("detail")
                .getAsString();
        assertEquals(detail, browser.script("return document.getElementById('trouble').textContent"));
        assertEquals("hungry", browser.script("return document.body.dataset.state"));
        page.feedPortrait();
        assertFalse(browser.element("bubble").isDisplayed());
    }

    @Test
    void invalidOptionInTheUrl_fallsBack_andIsReportedOnce() {
        page.open("?size=99&style=plaid&gaze=up&seed=7");
        page.feedPortrait();

        assertEquals(2, page.eyesChanged());
        page.awaitText("trouble", "size and style made no sense");
        browser.await("location.search === '?gaze=up&seed=7'");
        page.feedPortrait();
        assertFalse(browser.element("bubble").isDisplayed());
    }

    @Test
    void sampleOfAPageOlderThanTheService_isNoPhoto() {
        browser.script("globalThis.fetch = async () => new Response('{}', {status: 404})");
        page.click("sample");
        browser.await("document.getElementById('trouble').textContent.includes('load the page again')");

        assertFalse(requests().anyMatch(url -> url.contains("/faces")));
    }

    @Test
    void photoWithoutAFace_isShown_andEyesCanBePutOnIt() {
        page.choose("coffee.png", Photos.resource("/photos/coffee.png"));
        page.awaitResult();

        page.awaitText("faces", "0 faces");
        assertFalse(browser.element("live").isEnabled());
        page.awaitText("again", "Put them on yourself");
        page.awaitAnother(() -> page.click("again"));
        assertEquals(2, page.eyes().size());
        assertTrue(browser.element("live").isEnabled());
    }

    /** An AVIF picture of 2 × 2 pixels, under its own brand and under one that HEIC files have. */
    @Test
    void formatThatOnlyTheBrowserReads_isSentAsJpeg() {
        byte[] avif = Base64.getDecoder().decode(AVIF);
        byte[] asHeif = avif.clone();
        System.arraycopy("mif1".getBytes(StandardCharsets.US_ASCII), 0, asHeif, 8, 4);
        for (byte[] photo : List.of(avif, asHeif)) {
            page.open();
            page.choose("picture.avif", photo);
            page.awaitResult();
            assertTrue(page.content("details").startsWith("2 × 2 · "), page.content("details"));
            assertTrue(page.content("details").contains("made a JPEG"), page.content("details"));
            assertTrue(page.command().contains("picture.jpg"), page.command());
        }
    }

    @Test
    void serviceOutOfReach_isSaidWithAWayToTryAgain() {
        page.feedPortrait();
        browser.offline(true);
        page.click("save");
        browser.await("document.getElementById('trouble').textContent.includes('can’t be reached')");
        browser.offline(false);
        page.saved("portrait-googly.jpg", () -> page.click("again"));

        assertFalse(browser.element("bubble").isDisplayed());
    }

    @Test
    void slowLine_showsHowMuchIsSent() {
        browser.uploadSpeed(200_000);
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("/Swallowing .* of .*B/.test(document.getElementById('doing').textContent)"
                + " && document.getElementById('progress').value > 0");
        assertEquals("chewing", browser.script("return document.body.dataset.state"));
        page.awaitResult();
        browser.uploadSpeed(-1);
    }

    @Test
    void scriptInThePage_doesNotRun() {
        Object violated = browser.promise(
                "{const broken = new Promise((done) => addEventListener('securitypolicyviolation', done, {once: true}));"
                        + "const script = document.createElement('script');"
                        + "script.append(document.createTextNode('globalThis.hacked = true'));"
                        + "document.body.append(script);"
                        + "return (await broken).effectiveDirective + globalThis.hacked}");

        assertTrue(
                violated.toString().matches("(script-src-elem|require-trusted-types-for)undefined"),
                violated.toString());
        // The console tells of just that.
        assertNotEquals(List.of(), browser.console());
    }
}
