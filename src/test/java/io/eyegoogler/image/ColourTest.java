package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class ColourTest {

    /** Where a PNG's and a JPEG's first own part ends. */
    private static final int AFTER_PNG_HEADER = 33;

    private static final int AFTER_JPEG_SIGNATURE = 2;
    /** What JPEG's rounding changes in a plain colour, of 255. */
    private static final int JPEG_LOSS = 4;

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final PhotoReader reader = new PhotoReader(1_000_000);

    /** sRGB with other primaries: those of Display P3, adapted to D50 (ICC's v4 profile of that name). */
    private static byte[] displayP3() {
        ICC_Profile profile = ICC_Profile.getInstance(SRGB.clone());
        profile.setData(ICC_Profile.icSigRedColorantTag, xyz(0.51512, 0.24120, -0.00105));
        profile.setData(ICC_Profile.icSigGreenColorantTag, xyz(0.29198, 0.69225, 0.04189));
        profile.setData(ICC_Profile.icSigBlueColorantTag, xyz(0.15710, 0.06657, 0.78407));
        assertTrue(profile instanceof ICC_ProfileRGB);
        return profile.getData();
    }

    /** A tag of type XYZ: signature, four zeros, three numbers as s15Fixed16. */
    private static byte[] xyz(double x, double y, double z) {
        ByteBuffer tag = ByteBuffer.allocate(20)
                .put("XYZ ".getBytes(StandardCharsets.US_ASCII))
                .putInt(0);
        for (double value : new double[] {x, y, z}) {
            tag.putInt((int) Math.round(value * 65_536));
        }
        return tag.array();
    }

    private static byte[] pngWith(byte[] profile, BufferedImage image) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {'x', 0, 0});
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(data)) {
            deflate.write(profile);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return withChunk(Photos.encode(image, "png"), "iCCP", data.toByteArray());
    }

    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
        return Exifs.inserted(png, AFTER_PNG_HEADER, chunk.array());
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] jpegWith(byte[] profile, BufferedImage image) {
        ByteBuffer segment = ByteBuffer.allocate(18 + profile.length);
        segment.putShort((short) 0xffe2).putShort((short) (16 + profile.length));
        segment.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 1)
                .put(profile);
        return Exifs.inserted(Photos.encode(image, "jpeg"), AFTER_JPEG_SIGNATURE, segment.array());
    }

    private static void assertColour(Color expected, int rgb, int tolerance) {
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

        assertColour(expected, reader.read(pngWith(displayP3(), photo)).getRGB(8, 8), 2);
        assertColour(expected, reader.read(jpegWith(displayP3(), photo)).getRGB(8, 8), JPEG_LOSS);
    }

    @Test
    void profileInAWebp_isConvertedAsInAPng() {
        byte[] webp = Photos.resource("/webp/lossless-palette.webp");
        byte[] profile = displayP3();
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + 8 + profile.length + webp.length - 12);
        file.order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x20);
        // 45 × 37 px, less one each, in three bytes.
        file.put(new byte[] {44, 0, 0, 36, 0, 0});
        file.put("ICCP".getBytes(StandardCharsets.US_ASCII))
                .putInt(profile.length)
                .put(profile);
        file.put(webp, 12, webp.length - 12);

        BufferedImage right =
                reader.read(pngWith(profile, Photos.decode(Photos.resource("/webp/lossless-palette.png"))));
        Pixels.assertSame(right, reader.read(file.array()));
    }

    @Test
    void srgbProfile_changesNoPixel() {
        BufferedImage read = reader.read(pngWith(SRGB, Photos.portrait()));

        BufferedImage portrait = Photos.portrait();
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                assertEquals(portrait.getRGB(x, y), read.getRGB(x, y));
            }
        }
    }

    @Test
    void brokenProfile_isIgnored() {
        BufferedImage photo = Photos.plain(16, 16, new Color(200, 120, 100));
        byte[] garbage =
                "this is no profile, whatever it claims to be".repeat(20).getBytes(StandardCharsets.US_ASCII);

        assertColour(
                new Color(200, 120, 100), reader.read(pngWith(garbage, photo)).getRGB(8, 8), 0);
        assertColour(
                new Color(200, 120, 100), reader.read(jpegWith(garbage, photo)).getRGB(8, 8), JPEG_LOSS);
        byte[] half = Arrays.copyOf(displayP3(), 300);
        assertColour(new Color(200, 120, 100), reader.read(pngWith(half, photo)).getRGB(8, 8), 0);
    }

    @Test
    void greyProfile_isConverted() {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 128);
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

        // Half of linear light is 188 of sRGB; without the profile 128 would stay.
        assertColour(
                new Color(188, 188, 188), reader.read(pngWith(linear, grey)).getRGB(8, 8), 2);
        assertColour(
                new Color(188, 188, 188), reader.read(jpegWith(linear, grey)).getRGB(8, 8), JPEG_LOSS);
        assertColour(
                new Color(128, 128, 128),
                reader.read(Photos.encode(grey, "png")).getRGB(8, 8),
                0);
    }

    @Test
    void gamma_isTakenFromAPng_unlessItIsNearSrgbs() {
        byte[] png = Photos.encode(Photos.plain(16, 16, new Color(128, 64, 0)), "png");

        assertColour(
                new Color(188, 137, 0),
                reader.read(withChunk(png, "gAMA", numbers(100_000))).getRGB(8, 8),
                1);
        assertColour(
                new Color(128, 64, 0),
                reader.read(withChunk(png, "gAMA", numbers(45_455))).getRGB(8, 8),
                0);
        assertColour(
                new Color(128, 64, 0),
                reader.read(withChunk(png, "gAMA", numbers(0))).getRGB(8, 8),
                0);
    }

    @Test
    void gammaOfGrey_isTakenFromAPng() {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(8, 8, 0, 128);
        byte[] png = withChunk(Photos.encode(grey, "png"), "gAMA", numbers(100_000));

        assertColour(new Color(188, 188, 188), reader.read(png).getRGB(8, 8), 1);
    }

    @Test
    void primaries_areTakenFromAPng() {
        byte[] png = Photos.encode(Photos.plain(16, 16, new Color(200, 120, 100)), "png");
        // Display P3: white, red, green, blue.
        byte[] p3 = numbers(31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000);
        byte[] srgb = numbers(31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000);

        assertColour(
                new Color(213, 115, 95), reader.read(withChunk(png, "cHRM", p3)).getRGB(8, 8), 2);
        assertColour(
                new Color(200, 120, 100),
                reader.read(withChunk(png, "cHRM", srgb)).getRGB(8, 8),
                0);
        assertColour(
                new Color(200, 120, 100),
                reader.read(withChunk(png, "cHRM", numbers(new int[8]))).getRGB(8, 8),
                0);
    }

    @Test
    void codePoints_areTakenFromAPng() {
        byte[] png = Photos.encode(Photos.plain(16, 16, new Color(200, 120, 100)), "png");

        byte[] p3 = withChunk(png, "cICP", new byte[] {12, 13, 0, 1});
        assertColour(new Color(213, 115, 95), reader.read(p3).getRGB(8, 8), 2);
        byte[] linear = withChunk(png, "cICP", new byte[] {1, 8, 0, 1});
        assertColour(new Color(229, 182, 168), reader.read(linear).getRGB(8, 8), 2);
        byte[] unknown = withChunk(png, "cICP", new byte[] {99, 13, 0, 1});
        assertColour(new Color(200, 120, 100), reader.read(unknown).getRGB(8, 8), 0);
    }

    @Test
    void srgbChunkAndProfile_goBeforeGamma() {
        BufferedImage photo = Photos.plain(16, 16, new Color(128, 64, 0));
        byte[] gamma = withChunk(Photos.encode(photo, "png"), "gAMA", numbers(100_000));

        assertColour(
                new Color(128, 64, 0),
                reader.read(withChunk(gamma, "sRGB", new byte[1])).getRGB(8, 8),
                0);
        byte[] profile = withChunk(pngWith(SRGB, photo), "gAMA", numbers(100_000));
        assertColour(new Color(128, 64, 0), reader.read(profile).getRGB(8, 8), 0);
    }

    @Test
    void profileInParts_isJoinedByTheirNumbers() {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster()
                .setSamples(
                        0,
                        0,
                        16,
                        16,
                        0,
                        IntStream.generate(() -> 128).limit(256).toArray());
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] jpeg = Photos.encode(grey, "jpeg");
        // Each goes before the last: so the second part comes first in the file.
        byte[] one = inserted(jpeg, 1, Arrays.copyOfRange(linear, 0, 200));
        byte[] both = inserted(one, 2, Arrays.copyOfRange(linear, 200, linear.length));

        assertColour(new Color(188, 188, 188), reader.read(both).getRGB(8, 8), JPEG_LOSS);
    }

    private static byte[] inserted(byte[] jpeg, int number, byte[] part) {
        ByteBuffer segment = ByteBuffer.allocate(18 + part.length);
        segment.putShort((short) 0xffe2).putShort((short) (16 + part.length));
        segment.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) number)
                .put((byte) 2)
                .put(part);
        return Exifs.inserted(jpeg, AFTER_JPEG_SIGNATURE, segment.array());
    }
}
