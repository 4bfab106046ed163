package io.eyegoogler.image.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.testing.TiffFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads uncompressed TIFFs of 2 × 1 pixels that are written here. */
class TiffReaderTest {

    private static final int EXTRA_SAMPLES = 338;
    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;
    private static final int RGB = 2;
    private static final int GRAY = 1;
    private static final int CMYK = 5;
    private static final int LAB = 8;

    private final PhotoReader reader = new PhotoReader(1_000_000);

    /**
     * Returns a TIFF.
     *
     * @param color PhotometricInterpretation
     * @param extra ExtraSamples, or 0 for none
     */
    private static byte[] tiff(int color, int bits, int samples, int extra, boolean planar, byte... pixels) {
        int strips = planar ? samples : 1;
        int stripLength = pixels.length / strips;
        TiffFile file = new TiffFile()
                .with(256, 2)
                .with(257, 1)
                .with(258, repeated(bits, samples))
                .with(259, 1)
                .with(262, color)
                .with(
                        273,
                        IntStream.range(0, strips)
                                .map(i -> TiffFile.DATA + i * stripLength)
                                .toArray())
                .with(277, samples)
                .with(278, 1)
                .with(279, repeated(stripLength, strips))
                .with(284, planar ? 2 : 1);
        return (extra == 0 ? file : file.with(EXTRA_SAMPLES, extra)).bytes(pixels);
    }

    private static int[] repeated(int value, int times) {
        return IntStream.generate(() -> value).limit(times).toArray();
    }

    private static void assertColors(BufferedImage image, Color first, Color second) {
        assertEquals(BufferedImage.TYPE_4BYTE_ABGR, image.getType());
        assertEquals(first, new Color(image.getRGB(0, 0), true));
        assertEquals(second, new Color(image.getRGB(1, 0), true));
    }

    @Test
    void associatedAlpha_isUnpremultiplied() {
        Color half = new Color(0, 255, 100, 128);
        Color none = new Color(0, 0, 0, 0);
        byte a = (byte) 128;

        assertColors(
                reader.read(tiff(
                        RGB, 8, 4, ASSOCIATED, false, (byte) 0, a, (byte) 50, a, (byte) 0, (byte) 0, (byte) 0, (byte)
                                0)),
                half,
                none);
        assertColors(
                reader.read(tiff(
                        RGB, 8, 4, ASSOCIATED, true, (byte) 0, (byte) 0, a, (byte) 0, (byte) 50, (byte) 0, a, (byte)
                                0)),
                half,
                none);
    }

    @Test
    void associatedAlphaOfGray_isUnpremultiplied() {
        Color light = new Color(199, 199, 199, 128);
        Color opaque = new Color(7, 7, 7);

        assertColors(
                reader.read(tiff(GRAY, 8, 2, ASSOCIATED, false, (byte) 100, (byte) 128, (byte) 7, (byte) 255)),
                light,
                opaque);
        assertColors(
                reader.read(tiff(GRAY, 8, 2, ASSOCIATED, true, (byte) 100, (byte) 7, (byte) 128, (byte) 255)),
                light,
                opaque);
    }

    @Test
    void unassociatedAlpha_leavesColorsUnchanged() {
        assertColors(
                reader.read(tiff(
                        RGB,
                        8,
                        4,
                        UNASSOCIATED,
                        false,
                        (byte) 1,
                        (byte) 2,
                        (byte) 3,
                        (byte) 128,
                        (byte) 4,
                        (byte) 5,
                        (byte) 6,
                        (byte) 0)),
                new Color(1, 2, 3, 128),
                new Color(4, 5, 6, 0));
    }

    @Test
    void variantsThatWouldBeDecodedWrong_areUnsupported() {
        assertUnsupported(tiff(RGB, 12, 3, 0, false, new byte[9]), "12 bits");
        assertUnsupported(tiff(GRAY, 32, 1, 0, false, new byte[8]), "32 bits");
        assertUnsupported(tiff(RGB, 32, 4, UNASSOCIATED, false, new byte[32]), "32 bits");
        assertUnsupported(tiff(LAB, 16, 3, 0, false, new byte[12]), "Lab");
        assertUnsupported(tiff(CMYK, 8, 5, ASSOCIATED, false, new byte[10]), "CMYK");
    }

    private void assertUnsupported(byte[] file, String why) {
        String message = assertThrows(PhotoRejectedException.Unsupported.class, () -> reader.read(file))
                .getMessage();
        assertTrue(message.contains(why) && message.contains("send"), message);
    }
}
