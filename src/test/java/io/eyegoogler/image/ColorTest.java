package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.testing.ColorProfiles;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Color profiles, and what PNGs declare of their colors otherwise. */
class ColorTest {

    /** The largest error of a plain color in a JPEG, of 255. */
    private static final int JPEG_LOSS = 4;

    private static final byte[] SRGB = ColorProfiles.srgb();

    private final PhotoReader reader = new PhotoReader(1_000_000);

    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        return FileParts.inPng(png, FileParts.pngChunk(type, data));
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] jpegWith(byte[] profile, BufferedImage image) {
        return withProfilePart(Photos.encode(image, "jpeg"), 1, 1, profile);
    }

    private static byte[] withProfilePart(byte[] jpeg, int number, int count, byte[] part) {
        byte[] data = ByteBuffer.allocate(14 + part.length)
                .put(FileParts.ascii("ICC_PROFILE\0"))
                .put((byte) number)
                .put((byte) count)
                .put(part)
                .array();
        return FileParts.inJpeg(jpeg, FileParts.jpegSegment(0xe2, data));
    }

    private static void assertColor(Color expected, int rgb, int tolerance) {
        Color actual = new Color(rgb);
        assertEquals(expected.getRed(), actual.getRed(), tolerance, "red of " + actual);
        assertEquals(expected.getGreen(), actual.getGreen(), tolerance, "green of " + actual);
        assertEquals(expected.getBlue(), actual.getBlue(), tolerance, "blue of " + actual);
    }

    @Test
    void displayP3_isConvertedToSrgb() {
        BufferedImage photo = Photos.plain(16, 16, new Color(200, 120, 100));
        // By the definition: to linear light, by the P3 matrix to XYZ, by sRGB's to linear light, and back.
        Color expected = new Color(213, 115, 95);

        assertColor(
                expected,
                reader.read(ColorProfiles.pngWith(ColorProfiles.displayP3(), photo))
                        .getRGB(8, 8),
                2);
        assertColor(
                expected,
                reader.read(jpegWith(ColorProfiles.displayP3(), photo)).getRGB(8, 8),
                JPEG_LOSS);
    }

    @Test
    void profileInAWebp_isConvertedAsInAPng() {
        byte[] webp = Photos.resource("/webp/lossless-palette.webp");
        byte[] profile = ColorProfiles.displayP3();
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + 8 + profile.length + webp.length - 12);
        file.order(ByteOrder.LITTLE_ENDIAN).put(FileParts.ascii("RIFF")).putInt(file.capacity() - 8);
        file.put(FileParts.ascii("WEBPVP8X")).putInt(10).putInt(0x20);
        // 45 × 37 px, less one each, in three bytes.
        file.put(new byte[] {44, 0, 0, 36, 0, 0});
        file.put(FileParts.ascii("ICCP")).putInt(profile.length).put(profile);
        file.put(webp, 12, webp.length - 12);

        BufferedImage right = reader.read(
                ColorProfiles.pngWith(profile, Photos.decode(Photos.resource("/webp/lossless-palette.png"))));
        Pixels.assertSame(right, reader.read(file.array()));
    }

    @Test
    void srgbProfile_changesNoPixel() {
        Pixels.assertSame(Photos.portrait(), reader.read(ColorProfiles.pngWith(SRGB, Photos.portrait())));
    }

    @Test
    void brokenProfile_isIgnored() {
        BufferedImage photo = Photos.plain(16, 16, new Color(200, 120, 100));
        byte[] garbage = FileParts.ascii("this is no profile, whatever it claims to be".repeat(20));

        assertColor(
                new Color(200, 120, 100),
                reader.read(ColorProfiles.pngWith(garbage, photo)).getRGB(8, 8),
                0);
        assertColor(
                new Color(200, 120, 100), reader.read(jpegWith(garbage, photo)).getRGB(8, 8), JPEG_LOSS);
        byte[] half = Arrays.copyOf(ColorProfiles.displayP3(), 300);
        assertColor(
                new Color(200, 120, 100),
                reader.read(ColorProfiles.pngWith(half, photo)).getRGB(8, 8),
                0);
    }

    @Test
    void grayProfile_isConverted() {
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            gray.getRaster().setSample(i % 16, i / 16, 0, 128);
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

        // Half of linear light is 188 of sRGB; without the profile 128 would stay.
        assertColor(
                new Color(188, 188, 188),
                reader.read(ColorProfiles.pngWith(linear, gray)).getRGB(8, 8),
                2);
        assertColor(
                new Color(188, 188, 188), reader.read(jpegWith(linear, gray)).getRGB(8, 8), JPEG_LOSS);
        assertColor(
                new Color(128, 128, 128),
                reader.read(Photos.encode(gray, "png")).getRGB(8, 8),
                0);
    }

    @Test
    void gammaOfAPng_isApplied_unlessItIsNearSrgb() {
        byte[] png = Photos.encode(Photos.plain(16, 16, new Color(128, 64, 0)), "png");

        assertColor(
                new Color(188, 137, 0),
                reader.read(withChunk(png, "gAMA", numbers(100_000))).getRGB(8, 8),
                1);
        assertColor(
                new Color(128, 64, 0),
                reader.read(withChunk(png, "gAMA", numbers(45_455))).getRGB(8, 8),
                0);
        assertColor(
                new Color(128, 64, 0),
                reader.read(withChunk(png, "gAMA", numbers(0))).getRGB(8, 8),
                0);
    }

    @Test
    void gammaOfAGrayPng_isApplied() {
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(8, 8, 0, 128);
        byte[] png = withChunk(Photos.encode(gray, "png"), "gAMA", numbers(100_000));

        assertColor(new Color(188, 188, 188), reader.read(png).getRGB(8, 8), 1);
    }

    @Test
    void primariesOfAPng_areApplied() {
        byte[] png = Photos.encode(Photos.plain(16, 16, new Color(200, 120, 100)), "png");
        // Display P3: white, red, green, blue.
        byte[] p3 = numbers(31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000);
        byte[] srgb = numbers(31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000);

        assertColor(
                new Color(213, 115, 95), reader.read(withChunk(png, "cHRM", p3)).getRGB(8, 8), 2);
        assertColor(
                new Color(200, 120, 100),
                reader.read(withChunk(png, "cHRM", srgb)).getRGB(8, 8),
                0);
        assertColor(
                new Color(200, 120, 100),
                reader.read(withChunk(png, "cHRM", numbers(new int[8]))).getRGB(8, 8),
                0);
    }

    @Test
    void codePointsOfAPng_areApplied() {
        byte[] png = Photos.encode(Photos.plain(16, 16, new Color(200, 120, 100)), "png");

        byte[] p3 = withChunk(png, "cICP", new byte[] {12, 13, 0, 1});
        assertColor(new Color(213, 115, 95), reader.read(p3).getRGB(8, 8), 2);
        byte[] linear = withChunk(png, "cICP", new byte[] {1, 8, 0, 1});
        assertColor(new Color(229, 182, 168), reader.read(linear).getRGB(8, 8), 2);
        byte[] unknown = withChunk(png, "cICP", new byte[] {99, 13, 0, 1});
        assertColor(new Color(200, 120, 100), reader.read(unknown).getRGB(8, 8), 0);
    }

    @Test
    void srgbChunkAndProfile_takePrecedenceOverGamma() {
        BufferedImage photo = Photos.plain(16, 16, new Color(128, 64, 0));
        byte[] gamma = withChunk(Photos.encode(photo, "png"), "gAMA", numbers(100_000));

        assertColor(
                new Color(128, 64, 0),
                reader.read(withChunk(gamma, "sRGB", new byte[1])).getRGB(8, 8),
                0);
        byte[] profile = withChunk(ColorProfiles.pngWith(SRGB, photo), "gAMA", numbers(100_000));
        assertColor(new Color(128, 64, 0), reader.read(profile).getRGB(8, 8), 0);
    }

    @Test
    void profileInParts_isAssembledByTheirNumbers() {
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster()
                .setSamples(
                        0,
                        0,
                        16,
                        16,
                        0,
                        IntStream.generate(() -> 128).limit(256).toArray());
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] jpeg = Photos.encode(gray, "jpeg");
        // Each part is put before the others, so the second comes first in the file.
        byte[] one = withProfilePart(jpeg, 1, 2, Arrays.copyOfRange(linear, 0, 200));
        byte[] both = withProfilePart(one, 2, 2, Arrays.copyOfRange(linear, 200, linear.length));

        assertColor(new Color(188, 188, 188), reader.read(both).getRGB(8, 8), JPEG_LOSS);
    }
}
