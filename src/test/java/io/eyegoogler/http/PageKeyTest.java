package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.LogLines;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of a service that asks for a key. */
class PageKeyTest {

    private static final String KEY = "a-key-of-ours";

    private static Service service;

    @Shared
    private static Browser browser;

    @TempDir
    private Path directory;

    private PageVisit page;
    private LogLines log;

    @BeforeAll
    static void start(@TempDir Path keys) throws IOException {
        service = Service.start(Service.SETTINGS.withApiKeysFile(Files.writeString(keys.resolve("keys"), KEY)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() {
        log = new LogLines();
        page = new PageVisit(browser, service, directory);
        page.open("?seed=7&format=png");
        browser.script("sessionStorage.clear()");
        page.open("?seed=7&format=png");
        browser.events();
    }

    @AfterEach
    void keyIsInNoLine_andInNoAddress() {
        assertFalse(log.text().contains(KEY), log.text());
        assertFalse(log.text().contains("made-up"), log.text());
        log.close();
        assertFalse(browser.script("return location.href").toString().contains("key"));
        assertEquals(
                0,
                browser.events().stream()
                        .filter(event -> event.contains("?key="))
                        .count());
        browser.console();
    }

    private void give(String key) {
        browser.await("document.getElementById('key-dialog').open");
        browser.element("key").sendKeys(key, Keys.ENTER);
    }

    @Test
    void photo_isServedOnceTheKeyIsGiven_andItsFileWithoutAskingAgain() {
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("document.getElementById('key-dialog').open");
        assertEquals("key", browser.active().getAttribute("id"));
        give(KEY);
        page.awaitResult();
        assertEquals(2, page.eyesChanged());
        assertTrue(page.command().contains("-H \"Authorization: Bearer $KEY\""), page.command());
        assertFalse(page.command().contains(KEY), page.command());

        byte[] file = page.saved("portrait-googly.png", () -> page.click("save"));
        assertEquals(512, Photos.decode(file).getWidth());
        assertFalse(browser.element("key-dialog").isDisplayed());
        assertEquals("", browser.script("return document.getElementById('key').value"));
    }

    @Test
    void wrongKey_isSaidToBeWrong_andTheRightOneHelps() {
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("document.getElementById('key-dialog').open");
        assertEquals("", page.text("key-trouble"));
        give("made-up");
        page.awaitText("key-trouble", "The service doesn’t know that key.");
        give(KEY);
        page.awaitResult();
    }

    @Test
    void keyThatCannotBeOne_isNotSent() {
        page.choose("portrait.png", Photos.PORTRAIT);
        give("schlüssel mit blanks");
        assertTrue(browser.element("key-dialog").isDisplayed());
        assertEquals(Boolean.FALSE, browser.script("return document.getElementById('key').checkValidity()"));
        page.click("key-cancel");
        page.awaitText("trouble", "This service is for people with a key.");
    }

    @Test
    void noKey_isASentence_andTryingAgainAsksAgain() {
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("document.getElementById('key-dialog').open");
        page.click("key-cancel");
        page.awaitText("trouble", "This service is for people with a key.");
        page.click("again");
        give(KEY);
        page.awaitResult();
    }

    @Test
    void escape_closesTheDialog() {
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("document.getElementById('key-dialog').open");
        browser.active().sendKeys(Keys.ESCAPE);
        browser.await("!document.getElementById('key-dialog').open");
        page.awaitText("trouble", "This service is for people with a key.");
        assertEquals("hungry", browser.script("return document.body.dataset.state"));
    }

    @Test
    void key_isKeptWhenThePageIsLoadedAgain_andNotInAnotherTab() {
        page.choose("portrait.png", Photos.PORTRAIT);
        give(KEY);
        page.awaitResult();
        page.open("?seed=7&format=png");
        page.feedPortrait();
        assertEquals("null", String.valueOf(browser.script("return localStorage.getItem('key')")));
        assertEquals("", browser.script("return document.cookie"));
    }

    @Test
    void keyThatIsWithdrawn_isAskedForAgain() {
        browser.script("sessionStorage.setItem('key', 'made-up')");
        page.open("?seed=7&format=png");
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("document.getElementById('key-dialog').open");
        page.awaitText("key-trouble", "The service doesn’t know that key.");
        give(KEY);
        page.awaitResult();
    }

    @Test
    void album_asksOnce() {
        page.choose(page.file("a.png", Photos.PORTRAIT), page.file("b.png", Photos.resource("/photos/coffee.png")));
        give(KEY);
        page.awaitResult();
        byte[] zip = page.saved("googly.zip", () -> page.click("save-all"));
        assertTrue(zip.length > 100_000, zip.length + " bytes");
    }

    @Test
    void camera_asksOverItsPicture_andWhoGivesNoneIsNotAskedAgain() {
        page.click("snap");
        browser.await("document.getElementById('camera').open && document.getElementById('key-dialog').open");
        page.click("key-cancel");
        browser.await("!document.getElementById('key-dialog').open");
        page.click("shutter");
        give(KEY);
        page.awaitResult();

        page.click("resnap");
        browser.await("document.getElementById('camera').open");
        Await.until(
                () -> browser.events().stream()
                        .anyMatch(event -> event.contains("faces?detection=fast") && event.contains("\"status\":200")),
                "the camera's faces are found with the key");
        page.click("leave");
    }
}
