package io.eyegoogler.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of a {@link Service} in a {@link Browser}, and what a visitor does there. */
public final class PageVisit {

    /** The eyes of the portrait are on these pixels, and googly ones reach as far, px. */
    private static final int EYE = 8;
    /** JPEG changes a colour by that much at most where nothing is drawn; googly eyes change skin far more. */
    private static final int CHANGED = 60;

    private final Browser browser;
    private final Service service;
    private final Path directory;

    public PageVisit(Browser browser, Service service, Path directory) {
        this.browser = browser;
        this.service = service;
        this.directory = directory;
    }

    public String address() {
        return service.uri("/").toString();
    }

    public void open() {
        open("");
    }

    /** On a laptop, in the light, with options. */
    public void open(String query) {
        browser.open(address() + query, 1280, 800, false, false);
        awaitOpen();
    }

    public void openOnPhone(boolean dark) {
        browser.open(address(), 390, 844, dark, true);
        awaitOpen();
    }

    public void openInTheDark() {
        browser.open(address(), 1280, 800, true, false);
        awaitOpen();
    }

    private void awaitOpen() {
        browser.await(
                "document.readyState === 'complete' && document.querySelector('.eye g').hasAttribute('transform')");
    }

    public Path file(String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public void choose(String name, byte[] content) {
        browser.element("file").sendKeys(file(name, content).toString());
    }

    /** Gives the page the portrait and waits for its eyes. */
    public void feedPortrait() {
        choose("portrait.png", Photos.PORTRAIT);
        awaitResult();
    }

    /** Waits until a photo is shown and nothing is under way. */
    public void awaitResult() {
        browser.await("document.body.dataset.state === 'fed' && document.getElementById('work').hidden"
                + " && document.getElementById('after').naturalWidth > 0"
                + " && Number(document.getElementById('wipe').value) === 0");
    }

    /** Does something that brings another answer, and waits for it. */
    public void awaitAnother(Runnable doing) {
        String before = (String) browser.script("return document.getElementById('after').src");
        doing.run();
        browser.await("document.getElementById('after').src !== '" + before + "'");
        awaitResult();
    }

    public void click(String id) {
        browser.element(id).click();
    }

    public String text(String id) {
        return browser.element(id).getText();
    }

    /** How many of the portrait's two eyes differ between the photo before and after. */
    public long eyesChanged() {
        BufferedImage before = browser.pixels("before");
        BufferedImage after = browser.pixels("after");
        return java.util.stream.Stream.of(Photos.RIGHT_EYE, Photos.LEFT_EYE)
                .filter(eye -> changed(before, after, (int) eye.x(), (int) eye.y()))
                .count();
    }

    private static boolean changed(BufferedImage before, BufferedImage after, int x, int y) {
        int most = 0;
        for (int dy = -EYE; dy <= EYE; dy++) {
            for (int dx = -EYE; dx <= EYE; dx++) {
                most = Math.max(most, difference(before.getRGB(x + dx, y + dy), after.getRGB(x + dx, y + dy)));
            }
        }
        return most > CHANGED;
    }

    /** Whether two pictures have the same colours. */
    public static boolean same(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        return width == other.getWidth()
                && height == other.getHeight()
                && java.util.Arrays.equals(
                        one.getRGB(0, 0, width, height, null, 0, width),
                        other.getRGB(0, 0, width, height, null, 0, width));
    }

    /** The greatest difference of red, green and blue. */
    public static int difference(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }
}
