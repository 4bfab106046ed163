package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page with several photos, as an app, and with photos that come in other ways than as files. */
class PageAlbumTest {

    private static Service service;

    @Shared
    private static Browser browser;

    @TempDir
    private Path directory;

    private PageVisit page;

    @BeforeAll
    static void start() {
        service = Service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() {
        page = new PageVisit(browser, service, directory);
        page.open("?seed=7");
    }

    @Test
    void severalPhotos_haveTheSameOptions_andAreSavedAsOneArchive() throws Exception {
        page.choose(
                page.file("a.png", Photos.PORTRAIT),
                page.file("b.png", Photos.resource("/photos/coffee.png")),
                page.file("c.jpg", Photos.resource("/photos/rocket.jpg")));
        page.awaitResult();
        assertEquals(3L, browser.script("return document.querySelectorAll('#film button').length"));
        page.awaitAnother(() -> browser.find("#film li:nth-child(2) button").click());
        page.awaitText("faces", "0 faces");
        page.awaitAnother(() -> browser.find("#film li:nth-child(1) button").click());
        page.awaitText("faces", "1 face");

        List<String> names = new ArrayList<>();
        byte[] zip = page.saved("googly.zip", () -> page.click("save-all"));
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                names.add(entry.getName());
                assertTrue(Photos.decode(archive.readAllBytes()).getWidth() > 100, entry.getName());
            }
        }
        assertEquals(List.of("a-googly.jpg", "b-googly.jpg", "c-googly.jpg"), names);
    }

    private void paste(String text) {
        browser.script(
                "const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', arguments[0]);"
                        + "dispatchEvent(new ClipboardEvent('paste', {clipboardData}));",
                text);
    }

    @Test
    void pastedUrl_isFetchedIfAllowed_elseASentenceSaysWhyNot() {
        paste("https://example.org/face.jpg");
        browser.await("document.getElementById('trouble').textContent.includes('another site')");
        paste("my diary");
        browser.await("document.getElementById('trouble').textContent.includes('no picture')");
        paste(page.address() + "styles/cat.png");
        page.awaitResult();
        page.awaitText("faces", "0 faces");
        page.awaitAnother(
                () -> paste("data:image/png;base64," + Base64.getEncoder().encodeToString(Photos.PORTRAIT)));
        page.awaitText("faces", "1 face");
    }

    @Test
    void app_takesPhotosFromAShareMenu_andOpensWithoutANetwork() {
        page.feedPortrait();
        browser.await("navigator.serviceWorker.controller !== null");
        browser.promise(
                "{const form = new FormData();"
                        + "const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));"
                        + "form.append('photos', new File([bytes], 'shared.png', {type: 'image/png'}));"
                        + "const answer = await fetch('share', {method: 'POST', body: form});"
                        + "location = answer.url}",
                Base64.getEncoder().encodeToString(Photos.PORTRAIT));
        browser.await("document.getElementById('before')?.naturalWidth > 0");
        page.awaitResult();
        assertTrue(page.command().contains("shared.png"), page.command());

        browser.await("document.getElementById('work').hidden");
        browser.promise("{const [cache] = (await caches.keys()).filter((name) => name.startsWith('/page/'));"
                + "while (!await (await caches.open(cache)).match(new URL('hand.js', main())))"
                + "  await new Promise((done) => setTimeout(done, 50))}");
        service.close();
        browser.script("location.reload()");
        browser.await("document.querySelector('.eye g')?.hasAttribute('transform')");
        page.choose("portrait.png", Photos.PORTRAIT);
        browser.await("document.getElementById('trouble').textContent.includes('can’t be reached')");
        service = Service.start();
    }

    @Test
    void manifest_makesThePageAnApp() {
        Object names = browser.promise("{const manifest = document.querySelector('link[rel=manifest]').href;"
                + "const {name, icons, start_url, share_target} = await (await fetch(manifest)).json();"
                + "const loaded = await Promise.all(icons.map(({src}) => fetch(new URL(src, manifest))));"
                + "return [name, new URL(start_url, manifest).pathname, new URL(share_target.action, manifest).pathname,"
                + "...loaded.map(({status}) => status)].join(' ')}");
        assertEquals("EyeGoogler / /share 200 200", names);
    }

    @Test
    void worker_keepsEveryScriptOfThePage() {
        String worker = Service.text(service.get(browser.script(
                        "return new URL('worker.js', document.querySelector('script[type=module]').src).pathname")
                .toString()));
        String html = Service.text(service.get("/"));
        List<String> missing = WebPage.FILES.stream()
                // libheif.js is kept once it is needed.
                .filter(name -> name.endsWith(".js") && !name.equals("worker.js") && !name.equals("libheif.js"))
                .filter(name -> !worker.contains("'" + name + "'") && !html.contains("/" + name + "\""))
                .toList();

        assertEquals(List.of(), missing);
        assertFalse(worker.isEmpty());
    }
}
