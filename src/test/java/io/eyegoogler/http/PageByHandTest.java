package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import java.awt.Point;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Eyes that are put on, moved, resized and removed by hand on the page. */
class PageByHandTest extends PageTestCase {

    @BeforeEach
    void open() {
        page.open("?seed=7&format=png");
        browser.console();
        page.feedPortrait();
    }

    @AfterEach
    void consoleIsQuiet() {
        assertEquals(List.of(), browser.console());
    }

    private double number(int eye, String name) {
        return page.eyes().get(eye).getAsJsonObject().get(name).getAsDouble();
    }

    @Test
    void eye_dragged_followsTheHand_andTheOtherStays() {
        JsonArray before = page.eyes();
        double x = number(0, "x");
        double y = number(0, "y");
        browser.drag(page.placeOfEye(0), page.place(x + 50, y + 100));

        assertEquals(x + 50, number(0, "x"), 1);
        assertEquals(y + 100, number(0, "y"), 1);
        assertEquals(before.get(1), page.eyes().get(1));
        assertTrue(browser.element("ring").isDisplayed());
    }

    @Test
    void cornerOfTheRing_resizes() {
        browser.click(page.placeOfEye(1));
        double radius = number(1, "radius");
        Point corner = browser.middle("corner");
        Point eye = page.placeOfEye(1);
        browser.drag(corner, new Point(2 * corner.x - eye.x, 2 * corner.y - eye.y));

        assertEquals(2 * radius, number(1, "radius"), 0.1 * radius);
    }

    @Test
    void eye_removed_isBroughtBackByUndo_andGoneAgainByRedo() {
        browser.click(page.placeOfEye(0));
        page.click("remove");
        assertEquals(1, page.eyes().size());
        assertEquals("left", page.eyes().get(0).getAsJsonObject().get("side").getAsString());
        browser.active().sendKeys(Keys.chord(Keys.CONTROL, "z"));
        assertEquals(2, page.eyes().size());
        browser.active().sendKeys(Keys.chord(Keys.CONTROL, Keys.SHIFT, "z"));
        assertEquals(1, page.eyes().size());
        page.click("undo");
        assertEquals(2, page.eyes().size());
        assertFalse(browser.element("undo").isEnabled());
    }

    @Test
    void undo_takesBackOptionsToo() {
        browser.find("[name=style][value=cat]").click();
        page.click("dice");
        page.click("undo");
        browser.await("location.search === '?style=cat&seed=7&format=png'");
        page.click("undo");
        browser.await("location.search === '?seed=7&format=png'");
        assertTrue(browser.find("[name=style][value=classic]").isSelected());
    }

    @Test
    void photo_tapped_getsAnEyeOrAPairThere() {
        browser.click(page.place(400, 300));
        page.click("add-eye");
        assertEquals(400, number(2, "x"), 1);
        assertEquals(300, number(2, "y"), 1);
        browser.click(page.place(100, 400));
        browser.click(page.place(100, 400));
        page.click("add-pair");

        JsonArray eyes = page.eyes();
        assertEquals(5, eyes.size());
        assertEquals(100, (number(3, "x") + number(4, "x")) / 2, 1);
        browser.find("[name=gaze][value=cross]").click();
        JsonObject pupil = page.eyes().get(3).getAsJsonObject().getAsJsonObject("pupil");
        assertEquals(1, pupil.get("x").getAsDouble(), 1e-9, "The pair looks at each other");
    }

    @Test
    void face_tapped_getsAStyleOfItsOwn() {
        browser.click(page.place(222, 150));
        browser.script("const own = document.getElementById('own'); own.value = 'heart';"
                + "own.dispatchEvent(new Event('change'))");
        browser.find("[name=style][value=cat]").click();

        page.eyes()
                .forEach(eye ->
                        assertEquals("heart", eye.getAsJsonObject().get("style").getAsString()));
    }

    @Test
    void keyboard_movesResizesAndRemoves_andTellsWhatIsWhat() {
        browser.script("document.querySelector('.pick').focus()");
        assertEquals("Face 1, right eye", browser.active().getAttribute("aria-label"));
        double x = number(0, "x");
        double radius = number(0, "radius");
        browser.active().sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, "+");
        assertTrue(number(0, "x") > x + 2, "moved");
        assertEquals(1.08 * radius, number(0, "radius"), 0.01);

        browser.active().sendKeys(Keys.PAGE_DOWN);
        assertEquals("Face 1, left eye", browser.active().getAttribute("aria-label"));
        browser.active().sendKeys(Keys.DELETE);
        assertEquals(1, page.eyes().size());
        assertEquals("Face 1, right eye", browser.active().getAttribute("aria-label"));
    }

    @Test
    void editedEyes_areInTheFileAndInTheCommand() throws Exception {
        browser.drag(page.placeOfEye(0), page.place(100, 100));
        page.awaitAnother(() -> browser.find("[name=style][value=egg]").click());
        byte[] file = page.saved("portrait-googly.png", () -> page.click("save"));

        double difference = PageVisit.meanDifference(Photos.decode(file), browser.pixels("after"));
        assertTrue(difference < 0.12, "File and screen: " + difference);
        double commanded =
                PageVisit.meanDifference(Photos.decode(file), Photos.decode(page.commanded("portrait-googly.png")));
        assertTrue(commanded < 0.05, "File and command: " + commanded);
    }

    @Test
    void asFound_takesBackWhatHandsDid_andCanBeUndone() {
        JsonArray found = page.eyes();
        browser.drag(page.placeOfEye(0), page.place(100, 100));
        JsonArray edited = page.eyes();
        page.click("reset");
        assertEquals(found, page.eyes());
        page.click("undo");
        assertEquals(edited, page.eyes());
    }

    @Test
    void liveEyes_rollWhereTheyWerePut() {
        browser.drag(page.placeOfEye(0), page.place(100, 100));
        page.click("live");
        browser.await("document.getElementById('live').getAttribute('aria-pressed') === 'true'");
        byte[] gif = page.saved("portrait-googly.gif", () -> {
            page.click("save");
            page.click("gif");
        });
        assertArrayEquals(
                "GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII), java.util.Arrays.copyOf(gif, 6));
        java.awt.image.BufferedImage first = Photos.decode(gif);
        int scaled = 100 * first.getWidth() / 512;
        int beside = PageVisit.difference(
                first.getRGB(scaled, scaled), Photos.portrait().getRGB(100, 100));
        assertTrue(beside > 30, "An eye is at (100, 100): " + beside);
    }
}
