package io.eyegoogler.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

    /** Chooses several files at once. */
    public void choose(Path... files) {
        browser.element("file")
                .sendKeys(String.join("\n", Stream.of(files).map(Path::toString).toList()));
    }

    /** Gives the page the portrait and waits for its eyes. */
    public void feedPortrait() {
        choose("portrait.png", Photos.PORTRAIT);
        awaitResult();
    }

    /** Waits until a photo is shown with all changes so far, and nothing is under way. */
    public void awaitResult() {
        browser.await("document.body.dataset.state === 'fed' && document.getElementById('work').hidden"
                + " && document.getElementById('after').naturalWidth > 0"
                + " && Number(document.getElementById('wipe').value) === 0");
        awaitPicture();
    }

    /** Waits until {@code after} is the picture of the last change, which the page makes a moment later. */
    private void awaitPicture() {
        Await.until(
                () -> Boolean.TRUE.equals(browser.promise("(await module('plate.js')).plate.picture.isCurrent")),
                "the picture is current");
    }

    /** Does something that brings another answer, and waits for it. */
    public void awaitAnother(Runnable doing) {
        // Or the picture of an earlier change would be taken for the answer.
        awaitPicture();
        String before = (String) browser.script("return document.getElementById('after').src");
        doing.run();
        browser.await("document.getElementById('after').src !== '" + before + "'");
        awaitResult();
    }

    /** The eyes on the photo that is shown, as the page sends them to the service. */
    public JsonArray eyes() {
        return JsonParser.parseString((String) browser.promise("JSON.stringify((await module('plate.js')).plate.eyes)"))
                .getAsJsonArray();
    }

    /** Where a place of the photo is in the window, px. */
    public java.awt.Point place(double x, double y) {
        @SuppressWarnings("unchecked")
        List<Number> at = (List<Number>) browser.script(
                "const r = document.getElementById('canvas').getBoundingClientRect();"
                        + "const scale = r.width / document.getElementById('before').naturalWidth;"
                        + "return [r.x + scale * arguments[0], r.y + scale * arguments[1]]",
                x,
                y);
        return new java.awt.Point((int) Math.round(at.get(0).doubleValue()), (int)
                Math.round(at.get(1).doubleValue()));
    }

    /** Where the middle of an eye is in the window, px. */
    public java.awt.Point placeOfEye(int index) {
        JsonObject eye = eyes().get(index).getAsJsonObject();
        return place(eye.get("x").getAsDouble(), eye.get("y").getAsDouble());
    }

    /** The command that the page shows. */
    public String command() {
        return (String) browser.script("return document.getElementById('curl').value");
    }

    /** A text, folded away or not. */
    public String content(String id) {
        return (String) browser.script("return document.getElementById(arguments[0]).textContent", id);
    }

    /** Has the browser save into the folder of the test, does something that saves a file, and waits for that. */
    public byte[] saved(String name, Runnable doing) {
        browser.downloadTo(directory.toFile());
        doing.run();
        Path file = directory.resolve(name);
        Await.until(() -> Files.exists(file), name + " is saved");
        try {
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException missing) {
            throw new AssertionError(
                    name + " isn't saved; the page: " + browser.script("return document.body.innerText"));
        }
    }

    /** What the command that the page shows writes to {@code name}. */
    public byte[] commanded(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", command())
                .directory(directory.toFile())
                .inheritIO()
                .start()
                .waitFor();
        byte[] content = Files.readAllBytes(directory.resolve(name));
        Files.delete(directory.resolve(name));
        return content;
    }

    public void click(String id) {
        browser.element(id).click();
    }

    /** Waits until that element shows a text that contains {@code part}. */
    public void awaitText(String id, String part) {
        Await.until(() -> text(id).contains(part), id + " says '" + part + "'");
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

    /** The mean difference of two pictures' colors, 0 to 255. */
    public static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += difference(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
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
