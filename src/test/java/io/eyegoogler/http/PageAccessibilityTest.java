package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.Photos;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page on a phone, in the dark, by keyboard, with less motion, and held to axe's rules (WCAG 2.2, AA). */
class PageAccessibilityTest extends PageTestCase {

    private static final String AXE = new String(Photos.resource("/axe.min.js"), StandardCharsets.UTF_8);
    private static final String VIOLATIONS =
            "(await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))"
                    + ".violations.map(({id, nodes}) => id + ': ' + nodes.map((node) => node.html.slice(0, 90)"
                    + " + ' ' + node.failureSummary).join(' | '))";
    /** Side of what a thumb can hit (Apple's Human Interface Guidelines), px. */
    private static final int THUMB = 44;
    /** More than there are things to tab to. */
    private static final int MAX_TABS = 40;

    @Test
    void laptop_inTheLight_breaksNoRuleOfAxe() {
        page.open();
        assertNoViolation("hungry");
        page.feedPortrait();
        assertNoViolation("fed");
        page.click("dice");
        browser.click(page.placeOfEye(0));
        assertNoViolation("an eye is picked");
        browser.click(page.place(100, 400));
        browser.click(page.place(100, 400));
        browser.await("!document.getElementById('menu').hidden");
        assertNoViolation("an eye can be added");
        browser.click(page.place(100, 400));
        page.click("live");
        browser.await("document.getElementById('live').getAttribute('aria-pressed') === 'true'");
        page.click("save");
        assertNoViolation("live, with ways to save the moment");
    }

    @Test
    void laptop_inTheDark_breaksNoRuleOfAxe() {
        page.openInTheDark();
        assertNoViolation("hungry");
        page.feedPortrait();
        assertNoViolation("fed");
        fail();
        assertNoViolation("error");
    }

    @Test
    void phone_breaksNoRuleOfAxe() {
        for (boolean dark : List.of(false, true)) {
            page.openOnPhone(dark);
            assertNoViolation("hungry, dark " + dark);
            fail();
            assertNoViolation("error, dark " + dark);
            page.feedPortrait();
            for (String tab : List.of("t-look", "t-hand", "t-file", "t-style")) {
                page.click(tab);
                assertNoViolation("fed, dark " + dark + ", " + tab);
            }
        }
    }

    @Test
    void ownEye_andTheKeyDialog_breakNoRuleOfAxe() {
        for (boolean dark : List.of(false, true)) {
            page.openOnPhone(dark);
            page.feedPortrait();
            page.awaitAnother(() -> browser.element("eye-file")
                    .sendKeys(page.file("eye.png", OwnEyes.png(OwnEyes.eye(90))).toString()));
            assertNoViolation("own eye, dark " + dark);
            assertFits();
            assertNothingSticksOut();
            browser.promise("{(await module('key.js')).otherKey(null).catch(() => {})}");
            browser.await("document.getElementById('key-dialog').open");
            assertNoViolation("key, dark " + dark);
            assertFits();
            page.click("key-cancel");
        }
    }

    @Test
    void photoWithoutAFace_breaksNoRuleOfAxe() {
        page.open();
        page.choose("coffee.png", Photos.resource("/photos/coffee.png"));
        page.awaitResult();
        assertNoViolation("no face");
    }

    @Test
    void severalPhotos_andTheCamera_breakNoRuleOfAxe() {
        page.open();
        page.choose(page.file("a.png", Photos.PORTRAIT), page.file("b.png", Photos.resource("/photos/coffee.png")));
        page.awaitResult();
        assertNoViolation("several photos");
        page.click("resnap");
        browser.await("document.getElementById('camera').open");
        assertNoViolation("camera");
    }

    @Test
    void work_breaksNoRuleOfAxe() {
        page.open();
        page.feedPortrait();
        browser.uploadSpeed(50_000);
        page.click("save");
        browser.await("document.getElementById('progress').value > 0");
        browser.script(AXE);
        assertEquals(List.of(), browser.promise("{return " + VIOLATIONS + "}"));
        page.click("cancel");
        browser.uploadSpeed(-1);
    }

    @Test
    void apiPage_breaksNoRuleOfAxe() {
        for (boolean dark : List.of(false, true)) {
            browser.open(service.uri("/api").toString(), dark ? 390 : 1280, 844, dark, dark);
            browser.await("document.querySelectorAll('article').length > 5");
            assertNoViolation("dark " + dark);
        }
    }

    private void fail() {
        page.choose("diary.txt", new byte[9]);
        browser.await("document.getElementById('trouble').textContent");
    }

    /** Once everything has come to rest: a text that fades in has no contrast yet. */
    private static void assertNoViolation(String state) {
        browser.await("document.getAnimations().length === 0");
        browser.script(AXE);
        assertEquals(List.of(), browser.promise("{return " + VIOLATIONS + "}"), state);
    }

    @Test
    void phone_showsAllWithoutSidewaysScrolling_andButtonsFitForThumbs() {
        page.openOnPhone(false);
        assertFits();
        page.feedPortrait();
        for (String tab : List.of("t-look", "t-hand", "t-file", "t-style")) {
            page.click(tab);
            assertFits();
        }
        assertEquals(2, page.eyesChanged());
        assertEquals(Boolean.TRUE, browser.script("return document.getElementById('stage').clientWidth > 340"));
    }

    @Test
    void phone_showsThePhoto_whileAControlIsTouched() {
        page.openOnPhone(false);
        page.feedPortrait();
        for (String tab : List.of("t-style", "t-look", "t-hand", "t-file")) {
            page.click(tab);
            browser.script("document.querySelector('.panel:not([hidden])').scrollIntoView({block: 'end'})");
            assertEquals(
                    Boolean.TRUE,
                    browser.script("const r = document.getElementById('stage').getBoundingClientRect();"
                            + "return r.top >= 0 && r.bottom <= innerHeight"),
                    tab);
        }
    }

    @Test
    void smallPhones_andLargeText_overflowNowhere() {
        browser.open(page.address(), 320, 640, false, true);
        page.feedPortrait();
        assertNothingSticksOut();
        browser.open(page.address(), 640, 800, false, false);
        browser.script("document.documentElement.style.setProperty('font-size', '200%')");
        assertNothingSticksOut();
        page.feedPortrait();
        assertNothingSticksOut();
    }

    /** The page cuts off what sticks out of the window, so its width doesn't tell; strips may scroll. */
    private static void assertNothingSticksOut() {
        assertEquals(
                List.of(),
                browser.script("return [...document.querySelectorAll('body *')]"
                        + ".filter((e) => e.checkVisibility() && !e.closest('.styles, .strip, .unseen, .icons'))"
                        + ".filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
                        + ".map((e) => e.tagName + e.id)"));
    }

    private static void assertFits() {
        assertEquals(0L, browser.script("return document.documentElement.scrollWidth - innerWidth"));
        assertEquals(
                List.of(),
                browser.script(
                        "return [...document.querySelectorAll('button, .chip, #size')]"
                                + ".filter((e) => e.checkVisibility() && !e.matches('.pick, #dial *'))"
                                + ".filter((e) => e.offsetHeight < arguments[0] || e.offsetWidth < arguments[0])"
                                + ".map((e) => e.id + e.textContent + e.offsetWidth + 'x' + e.offsetHeight)",
                        THUMB));
    }

    @Test
    void darkMode_hasADarkBackground() {
        page.open();
        Object light = browser.script("return getComputedStyle(document.body).backgroundColor");
        page.openInTheDark();
        Object dark = browser.script("return getComputedStyle(document.body).backgroundColor");

        assertNotEquals(light, dark);
        int brightest = java.util.Arrays.stream(
                        dark.toString().replaceAll("[^\\d,]", "").split(","))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
        assertTrue(brightest < 128, dark.toString());
    }

    @Test
    void forcedColors_showWhatIsChosen() {
        page.open();
        page.feedPortrait();
        browser.media("forced-colors", "active");
        assertNotEquals(
                browser.script(
                        "return getComputedStyle(document.querySelector('.chip:has(:checked)')).backgroundColor"),
                browser.script(
                        "return getComputedStyle(document.querySelector('.chip:not(:has(:checked))')).backgroundColor"));
        browser.media("forced-colors", "none");
    }

    @Test
    void keyboard_doesAll() {
        page.open();
        tabTo("sample").sendKeys(Keys.ENTER);
        page.awaitResult();
        assertEquals("plate", browser.active().getAttribute("id"));

        tabTo("wipe").sendKeys(Keys.ARROW_RIGHT);
        assertEquals("1%", browser.script("return document.getElementById('stage').style.getPropertyValue('--edge')"));
        browser.active().sendKeys(Keys.ARROW_LEFT);

        var dice = tabTo("dice");
        page.awaitAnother(() -> dice.sendKeys(Keys.SPACE));
        var size = tabTo("size");
        page.awaitAnother(() -> size.sendKeys(Keys.ARROW_RIGHT));
        tab();
        page.awaitAnother(() -> browser.active().sendKeys(Keys.ARROW_LEFT));
        tab();
        tab();
        tab();
        page.awaitAnother(() -> browser.active().sendKeys(Keys.ARROW_RIGHT));
        browser.await("/^\\?gaze=135&size=1.05&seed=\\d+&format=png$/.test(location.search)");
    }

    private static org.openqa.selenium.WebElement tabTo(String id) {
        for (int i = 0; i < MAX_TABS; i++) {
            if (id.equals(browser.active().getAttribute("id"))) {
                return browser.active();
            }
            tab();
        }
        throw new AssertionError("The tab key doesn't lead to " + id);
    }

    private static void tab() {
        browser.active().sendKeys(Keys.TAB);
    }

    @Test
    void reducedMotion_keepsThePagesEyesStill() {
        page.open();
        browser.media("prefers-reduced-motion", "reduce");
        browser.script("location.reload()");
        browser.await("document.querySelector('.eye g').hasAttribute('transform')");
        Object still = browser.script("return document.querySelector('.eye g').getAttribute('transform')");
        for (int i = 0; i < 20; i++) {
            browser.moveMouse(100 + 300 * (i % 2), 300);
        }
        assertEquals(still, browser.script("return document.querySelector('.eye g').getAttribute('transform')"));
        assertFalse((Boolean) browser.script("return document.getAnimations().length > 0"));
    }
}
