package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A picture of one's own instead of the eyes. */
class PageOwnEyeTest extends PageTestCase {

    private static final byte[] EYE = OwnEyes.png(OwnEyes.eye(200));
    private static final byte[] PUPIL = OwnEyes.png(OwnEyes.disc(80, Color.BLUE));

    @BeforeEach
    void open() {
        page.open("?seed=7&format=png&size=2");
        browser.console();
        page.feedPortrait();
    }

    @AfterEach
    void consoleIsQuiet() {
        assertEquals(List.of(), browser.console());
    }

    private void choose(String button, String name, byte[] picture) {
        // A click would open the browser's own dialog, which nobody can close.
        browser.script(
                "document.getElementById('eye-file').click = () => {}; document.getElementById(arguments[0]).click()",
                button);
        browser.element("eye-file").sendKeys(page.file(name, picture).toString());
    }

    private BufferedImage served(Form form) {
        Form whole = form.file("file", "a.png", Photos.PORTRAIT);
        return Photos.decode(service.upload("/eyegoogler?seed=7&size=2", whole).body());
    }

    private void assertShown(BufferedImage expected) {
        double difference = PageVisit.meanDifference(expected, browser.pixels("after"));
        assertTrue(difference < 0.12, "Mean difference: " + difference);
    }

    @Test
    void pictureDroppedOnAnEye_isTheEyeOfAll_asTheServiceDrawsIt_andInTheFile() throws Exception {
        page.awaitAnother(() -> browser.drop("star.png", EYE, page.placeOfEye(1)));
        assertShown(served(new Form().file("eye", "star.png", EYE)));
        assertTrue(browser.find("[name=style][value=custom]").isSelected());
        assertTrue(browser.find("#styles > :first-child").getText().equals("Own eye"));

        page.file("star.png", EYE);
        byte[] file = page.saved("portrait-googly.png", () -> page.click("save"));
        assertArrayEquals(page.commanded("portrait-googly.png"), file);
        assertShown(Photos.decode(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 333, 1000})
    void pictureOfAnySize_withAPupil_isDrawnAsTheServiceDrawsIt(int side) {
        byte[] eye = OwnEyes.png(OwnEyes.eye(side));
        byte[] pupil = OwnEyes.png(OwnEyes.disc(side / 3, Color.RED));
        page.awaitAnother(() -> choose("eye-choose", "eye.png", eye));
        page.awaitAnother(() -> choose("pupil-choose", "pupil.png", pupil));
        assertShown(served(new Form().file("eye", "e.png", eye).file("pupil", "p.png", pupil)));
    }

    @Test
    void pictureDroppedOutsideTheEyes_isAPhoto() {
        browser.drop("coffee.png", Photos.resource("/photos/coffee.png"), page.place(40, 400));
        page.awaitText("faces", "0 faces");
        assertFalse(browser.element("eye-remove").isDisplayed());
    }

    @Test
    void picturePasted_isTheEyeIfOneIsPicked_andAPhotoOtherwise() {
        browser.click(page.placeOfEye(0));
        page.awaitAnother(() -> browser.paste("eye.png", EYE));
        assertShown(served(new Form().file("eye", "eye.png", EYE)));
        browser.active().sendKeys(Keys.ESCAPE);
        browser.paste("coffee.png", Photos.resource("/photos/coffee.png"));
        page.awaitText("faces", "0 faces");
    }

    @Test
    void photo_becomesADisc_ofAtMostAMegapixelAndAMegabyte() {
        BufferedImage noise = new BufferedImage(1600, 1300, BufferedImage.TYPE_3BYTE_BGR);
        Random chance = new Random(1);
        for (int i = 0; i < 1600 * 1300; i++) {
            noise.setRGB(i % 1600, i / 1600, chance.nextInt());
        }
        page.awaitAnother(() -> choose("eye-choose", "noise.jpeg", Photos.encode(noise, "jpeg")));
        @SuppressWarnings("unchecked")
        List<Number> sent = (List<Number>)
                browser.promise(
                        "{const {eye} = (await module('plate.js')).plate.scene"
                                + ".options.own; const b = await createImageBitmap(eye.png); return [eye.png.size, b.width, b.height]}");
        assertTrue(sent.get(0).longValue() <= 1 << 20 && sent.get(0).longValue() > 1 << 18, sent.toString());
        assertEquals(sent.get(1), sent.get(2), "A square around the disc");
        byte[] file = page.saved("portrait-googly.png", () -> page.click("save"));
        assertShown(Photos.decode(file));
    }

    @Test
    void eyes_ofOneFaceAlone_keepTheirStyle_andTheFileHasBoth() {
        page.awaitAnother(() -> choose("eye-choose", "eye.png", EYE));
        page.awaitAnother(() -> browser.find("[name=style][value=cat]").click());
        browser.click(page.place(222, 150));
        page.awaitAnother(() -> browser.script("const own = document.getElementById('own'); own.value = 'custom';"
                + "own.dispatchEvent(new Event('change'))"));
        assertShown(served(new Form().file("eye", "eye.png", EYE)));
        browser.await("location.search.includes('style=cat')");
        byte[] file = page.saved("portrait-googly.png", () -> page.click("save"));
        assertShown(Photos.decode(file));
        page.awaitAnother(() -> page.click("eye-remove"));
        assertEquals("cat", page.eyes().get(0).getAsJsonObject().get("style").getAsString());
    }

    @Test
    void removed_theOldStyleIsBack_andUndoBringsThePictureBack() {
        BufferedImage classic = browser.pixels("after");
        page.awaitAnother(() -> choose("eye-choose", "eye.png", EYE));
        BufferedImage own = browser.pixels("after");
        browser.await("!location.search.includes('style')");
        page.awaitAnother(() -> page.click("eye-remove"));
        assertTrue(PageVisit.same(classic, browser.pixels("after")));
        assertEquals(0, ((List<?>) browser.script("return [...document.querySelectorAll('[value=custom]')]")).size());
        page.awaitAnother(() -> page.click("undo"));
        assertTrue(PageVisit.same(own, browser.pixels("after")));
        page.awaitAnother(() -> page.click("undo"));
        assertTrue(PageVisit.same(classic, browser.pixels("after")));
        page.awaitAnother(() -> page.click("redo"));
        assertTrue(PageVisit.same(own, browser.pixels("after")));
    }

    @Test
    void noPicture_isToldInASentence_andNothingChanges() {
        choose("eye-choose", "notes.png", "no picture".getBytes());
        page.awaitText("trouble", "I can’t read that picture.");
        assertFalse(browser.element("eye-remove").isDisplayed());
        assertTrue(browser.find("[name=style][value=classic]").isSelected());
    }

    @Test
    void pupil_rollsInLiveEyes_andInAGif() {
        page.awaitAnother(() -> choose("eye-choose", "eye.png", EYE));
        page.awaitAnother(() -> choose("pupil-choose", "pupil.png", PUPIL));
        Object still = browser.script("return document.getElementById('canvas').toDataURL()");
        page.click("live");
        page.click("shake");
        browser.await("document.getElementById('canvas').toDataURL() !== '" + still + "'");
        page.click("live");
        browser.find("[name=format][value=gif]").click();
        byte[] gif = page.saved("portrait-googly.gif", () -> page.click("save"));
        assertTrue(gif.length > 10_000);
    }

    @Test
    void own_isDrawnByTheCameraToo() {
        page.awaitAnother(() -> choose("eye-choose", "eye.png", EYE));
        page.click("resnap");
        browser.await("document.getElementById('camera').open");
        browser.await("document.getElementById('camera-style').options.length > 12");
        assertEquals(
                Boolean.TRUE,
                browser.script("return [...document.getElementById('camera-style').options]"
                        + ".some(({value}) => value === 'custom')"));
        page.click("leave");
    }
}
