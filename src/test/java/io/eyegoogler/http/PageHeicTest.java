package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.heif.Libheif;
import io.eyegoogler.testing.ColorProfiles;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIC photos, which Chromium doesn't read itself, on the page. */
class PageHeicTest extends PageTestCase {

    /** What JPEG may lose where the HEIC has color at half the resolution, as JPEG has it, dB. */
    private static final double MIN_PSNR = 38;
    /** And where the HEIC has it at full resolution, or is a face alone, dB. */
    private static final double MIN_PSNR_OF_DETAIL = 37;
    /** The largest error of a plain color in a JPEG, and by conversions before and after it, of 255. */
    private static final int TOLERANCE = 5;

    @BeforeEach
    void open() {
        browser.console();
        browser.events();
        page.open("?seed=7&format=png");
    }

    @AfterEach
    void consoleIsQuiet() {
        assertEquals(List.of(), browser.console());
    }

    private byte[] portrait(String... options) {
        // Without the portrait's own profile, which libpng calls incorrect.
        return Libheif.encode(directory, Photos.encode(Photos.portrait(), "png"), options);
    }

    private void feed(byte[] heic) {
        page.choose("IMG_0001.HEIC", heic);
        page.awaitResult();
    }

    private void assertShowsWhatLibheifReads(byte[] heic) {
        assertShowsWhatLibheifReads(heic, MIN_PSNR);
    }

    private void assertShowsWhatLibheifReads(byte[] heic, double minPsnr) {
        BufferedImage expected = Photos.decode(Libheif.convert(directory, heic));
        BufferedImage shown = browser.pixels("before");
        assertEquals(expected.getWidth(), shown.getWidth());
        assertEquals(expected.getHeight(), shown.getHeight());
        double psnr = psnr(expected, shown);
        assertTrue(psnr >= minPsnr, psnr + " dB");
    }

    private static double psnr(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color first = new Color(one.getRGB(x, y));
                Color second = new Color(other.getRGB(x, y));
                sum += Math.pow(first.getRed() - second.getRed(), 2)
                        + Math.pow(first.getGreen() - second.getGreen(), 2)
                        + Math.pow(first.getBlue() - second.getBlue(), 2);
            }
        }
        return 10 * Math.log10(255 * 255 * 3.0 * one.getWidth() * one.getHeight() / sum);
    }

    private boolean isAsked(String part) {
        return browser.events().stream()
                .anyMatch(event -> event.contains("Network.requestWillBeSent") && event.contains(part));
    }

    @Test
    void photo_comesBackWithGooglyEyes_underItsName() {
        byte[] heic = portrait("-q", "90");
        feed(heic);

        assertEquals(2, page.eyesChanged());
        assertShowsWhatLibheifReads(heic);
        page.awaitText("faces", "1 face");
        assertTrue(page.content("details").contains("made a JPEG of the HEIC"), page.content("details"));
        byte[] saved = page.saved("IMG_0001-googly.png", () -> page.click("save"));
        assertEquals(512, Photos.decode(saved).getWidth());
    }

    @Test
    void photo_droppedOrPasted_comesBackWithGooglyEyesToo() {
        byte[] heic = portrait();
        browser.drop("a.heic", heic, "mouth");
        page.awaitResult();
        assertEquals(2, page.eyesChanged());
        page.awaitAnother(() -> browser.paste("b.heic", heic));
        assertEquals(2, page.eyesChanged());
    }

    /** By an angle in quarters against the clock, and by an axis (ISO/IEC 23008-12, 6.5.10 and 6.5.12). */
    @ParameterizedTest
    @CsvSource({"irot, 1, 8", "irot, 2, 3", "irot, 3, 6", "imir, 0, 4", "imir, 1, 2"})
    void turnedOrMirroredPhoto_isUpright(String property, int value, int orientation) {
        BufferedImage upright = Photos.cropped(Photos.portrait(), 0, 0, 512, 400);
        BufferedImage stored = Exifs.stored(upright, orientation);
        byte[] heic = Libheif.withProperty(directory, stored, FileParts.ascii(property + (char) value));
        feed(heic);

        assertShowsWhatLibheifReads(heic);
        // HEVC and JPEG lose more than one of them; a photo that is turned another way has 10 dB.
        double psnr = psnr(upright, browser.pixels("before"));
        assertTrue(psnr > 30, psnr + " dB");
        assertEquals(2, page.eyesChanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-q 90 -p chroma=444", "-L", "-q 90 --full_range_flag=0"})
    void otherCodings_areRead(String options) {
        byte[] heic = portrait(options.split(" "));
        feed(heic);
        assertShowsWhatLibheifReads(heic, MIN_PSNR_OF_DETAIL);
    }

    @Test
    void oddSizes_andGray_areRead() {
        BufferedImage gray = Photos.as(BufferedImage.TYPE_BYTE_GRAY, Photos.cropped(Photos.portrait(), 3, 5, 301, 203));
        for (BufferedImage photo : List.of(Photos.cropped(Photos.portrait(), 101, 31, 251, 333), gray)) {
            byte[] heic = Libheif.encode(directory, Photos.encode(photo, "png"), "-q", "90");
            page.open();
            feed(heic);
            assertShowsWhatLibheifReads(heic, MIN_PSNR_OF_DETAIL);
        }
    }

    @Test
    void tenBits_areRead() {
        ColorModel color = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        BufferedImage deep = new BufferedImage(color, color.createCompatibleWritableRaster(512, 400), false, null);
        deep.createGraphics().drawImage(Photos.portrait(), 0, 0, null);
        byte[] heic = Libheif.encode(directory, Photos.encode(deep, "png"), "-q", "90", "-b", "10");
        feed(heic);
        assertShowsWhatLibheifReads(heic);
    }

    @Test
    void transparency_isKept() {
        byte[] heic = Libheif.encode(directory, OwnEyes.png(OwnEyes.eye(200)), "-q", "95");
        feed(heic);

        assertTrue(page.content("details").contains("made a PNG"), page.content("details"));
        BufferedImage shown = browser.pixels("before");
        assertEquals(0, shown.getRGB(2, 2) >>> 24, "transparent");
        assertEquals(255, shown.getRGB(100, 100) >>> 24, "opaque");
    }

    @Test
    void displayP3_byProfileOrCodePoints_hasItsColors_onThePageAndInTheFile() {
        BufferedImage plain = Photos.plain(320, 240, new Color(200, 120, 100));
        byte[] withProfile = ColorProfiles.pngWith(ColorProfiles.displayP3(), plain);
        for (byte[] heic : List.of(
                Libheif.encode(directory, withProfile, "-q", "95"),
                Libheif.withProperty(directory, plain, Libheif.nclx(12, 13)))) {
            page.open("?format=png");
            feed(heic);
            assertColorOfP3(browser.pixels("before"));
            assertColorOfP3(Photos.decode(page.saved("IMG_0001-googly.png", () -> page.click("save"))));
            assertFalse(page.content("details").contains("colors"), page.content("details"));
        }
    }

    /** As ColorTest computes it by the definition. */
    private static void assertColorOfP3(BufferedImage shown) {
        Color color = new Color(shown.getRGB(160, 120));
        String what = color.toString();
        assertEquals(213, color.getRed(), TOLERANCE, what);
        assertEquals(115, color.getGreen(), TOLERANCE, what);
        assertEquals(95, color.getBlue(), TOLERANCE, what);
    }

    @Test
    void transparentPicture_withAProfile_hasItsColors() {
        BufferedImage plain = new BufferedImage(320, 240, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 240; y++) {
                plain.setRGB(x, y, x < 20 ? 0 : new Color(200, 120, 100).getRGB());
            }
        }
        byte[] withProfile = ColorProfiles.pngWith(ColorProfiles.displayP3(), plain);
        feed(Libheif.encode(directory, withProfile, "-q", "95"));
        assertColorOfP3(browser.pixels("before"));
    }

    @Test
    void colorsThatCannotBeConverted_areReported() {
        feed(Libheif.withProperty(directory, Photos.portrait(), Libheif.nclx(9, 16)));
        assertTrue(page.content("details").contains("its colors may be off"), page.content("details"));
    }

    @Test
    void damagedPhoto_isReported_andNotSent() {
        byte[] whole = portrait();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        byte[] boxes = Arrays.copyOf(whole, 200);
        byte[] start = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] damaged : List.of(half, boxes, start)) {
            page.open();
            page.choose("IMG_0001.HEIC", damaged);
            page.awaitText("trouble", "I can’t read this HEIC photo");
            assertEquals("hungry", browser.script("return document.body.dataset.state"));
        }
        assertFalse(isAsked("/faces"));
    }

    /** A header that claims so many pixels is enough. */
    @Test
    void hugePhoto_isReported_beforeItIsDecoded() {
        byte[] heic = portrait();
        int size = new String(heic, StandardCharsets.ISO_8859_1).indexOf("ispe") + 8;
        ByteBuffer.wrap(heic).putInt(size, 10_000).putInt(size + 4, 6_000);
        page.choose("IMG_0001.HEIC", heic);
        page.awaitText("trouble", "more than 50 megapixels");
    }

    @Test
    void cancel_endsTheWorker() {
        byte[] heic = portrait();
        browser.script("""
                globalThis.RealWorker = Worker;
                globalThis.Worker = class extends RealWorker {
                  postMessage() { globalThis.asked = true; }
                  terminate() { globalThis.ended = true; super.terminate(); }
                };""");
        page.choose("IMG_0001.HEIC", heic);
        browser.await("globalThis.asked");
        page.click("cancel");
        browser.await("globalThis.ended && document.getElementById('work').hidden");
        assertEquals("hungry", browser.script("return document.body.dataset.state"));

        browser.script("globalThis.Worker = RealWorker");
        feed(heic);
        assertEquals(2, page.eyesChanged());
    }

    @Test
    void worker_isEndedAfterEachPhoto() {
        browser.script("""
                globalThis.ended = 0;
                const Worker = globalThis.Worker;
                globalThis.Worker = class extends Worker {
                  terminate() { globalThis.ended++; super.terminate(); }
                };""");
        feed(portrait());
        assertEquals(1L, browser.script("return globalThis.ended"));
    }

    @Test
    void libheif_isNotFetchedBeforeItIsNeeded() {
        page.feedPortrait();
        browser.await("navigator.serviceWorker.controller !== null");
        assertFalse(isAsked("libheif"));
        String worker = browser.script(
                        "return new URL('worker.js', document.querySelector('script[type=module]').src).pathname")
                .toString();
        assertFalse(Service.text(service.get(worker)).contains("libheif."));
    }

    @Test
    void whereLibheifCanNotBeLoaded_theServiceDecides() {
        browser.script("globalThis.Worker = class {"
                + "  postMessage() { this.onmessage({data: {trouble: 'unreachable'}}); } terminate() {} }");
        byte[] start = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        page.choose("IMG_0001.HEIC", start);
        browser.await("document.getElementById('trouble').textContent");
        assertTrue(isAsked("/faces"));
        // That of the service's answer.
        browser.console();
    }

    /** A WebAssembly module without content. */
    @Test
    void page_mayNotCompileWebAssemblyItself() {
        Object answer = browser.promise("{return WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))"
                + ".then(() => 'compiled', ({name}) => name)}");
        assertEquals("CompileError", answer);
        browser.console();
    }

    @Test
    void ownEye_canBeHeic() {
        byte[] heic = Libheif.encode(directory, OwnEyes.png(OwnEyes.eye(200)), "-q", "95");
        page.feedPortrait();
        page.awaitAnother(() -> browser.drop("eye.heic", heic, page.placeOfEye(1)));
        assertTrue(browser.find("[name=style][value=custom]").isSelected());
    }
}
