package io.eyegoogler.image.heif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.ByteBufferImageInputStream;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.color.CodePoints;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made by libheif's encoder, and files built around its images, compared with what its converter makes of them. */
class HeifReaderTest {

    private static final byte[] PORTRAIT = Photos.resource("/heif/portrait.heic");
    /** Display P3. */
    private static final byte[] WIDE_GAMUT = CodePoints.toIcc(12, 13).orElseThrow();

    @TempDir
    private Path folder;

    private PhotoReader reader;

    @BeforeEach
    void requireConverter() {
        reader = Libheif.reader();
    }

    private void assertAsConverted(byte[] file, int tolerance) {
        Pixels.assertNear(Photos.decode(Libheif.convert(folder, file)), reader.read(file), tolerance);
        assertEquals(List.of(), Libheif.directories(ProcessHandle.current()));
    }

    private static BufferedImage picture(int width, int height) {
        return Photos.scaled(Photos.cropped(Photos.portrait(), 100, 20, 240, 200), width, height);
    }

    private static BufferedImage transparent(int width, int height) {
        BufferedImage image = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, picture(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) & 0xffffff | 255 * x / width << 24);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"portrait.heic", "portrait.avif", "odd.heic", "alpha.heic"})
    void sample_isAsConverted(String name) {
        assertAsConverted(Photos.resource("/heif/" + name), 1);
    }

    @Test
    void tenBits_areAsConvertedToSixteen() {
        assertAsConverted(Photos.resource("/heif/deep.heic"), 2);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "65, 64", "64, 65", "97, 83", "512, 16", "30, 300", "1024, 768"})
    void size_isKept(int width, int height) {
        BufferedImage picture = picture(width, height);

        assertAsConverted(Libheif.encode(folder, picture), 1);
        assertAsConverted(Libheif.encode(folder, picture, "-A", "-p", "speed=9"), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"420", "422", "444"})
    void chroma_isAsConverted(String chroma) {
        BufferedImage picture = picture(97, 80);

        assertAsConverted(Libheif.encode(folder, picture, "-p", "chroma=" + chroma), 1);
        assertAsConverted(Libheif.encode(folder, picture, "-A", "-p", "chroma=" + chroma, "-p", "speed=9"), 1);
    }

    @Test
    void lossless444_isTheSource_butForTheEncodersRounding() {
        BufferedImage picture = picture(96, 80);
        byte[] file = Libheif.encode(folder, picture, "-L", "-p", "chroma=444", "--matrix_coefficients=0");

        Pixels.assertNear(picture, reader.read(file), 1);
        assertAsConverted(file, 0);
    }

    @Test
    void gray_isAsConverted() {
        byte[] gray = Photos.encode(Photos.as(BufferedImage.TYPE_BYTE_GRAY, picture(96, 80)), "png");

        assertAsConverted(Libheif.encode(folder, gray), 1);
        assertAsConverted(Libheif.encode(folder, gray, "-A", "-p", "speed=9"), 1);
    }

    @Test
    void alpha_isAsConverted() {
        assertAsConverted(Libheif.encode(folder, transparent(97, 80)), 1);
        assertAsConverted(Libheif.encode(folder, transparent(96, 80), "-A", "-p", "speed=9"), 1);
    }

    @Test
    void premultipliedColors_areDividedByAlpha() {
        BufferedImage straight = transparent(96, 80);
        BufferedImage multiplied = Photos.as(BufferedImage.TYPE_4BYTE_ABGR_PRE, straight);
        // The samples as they are stored, as colors of their own.
        BufferedImage stored =
                new BufferedImage(transparent(1, 1).getColorModel(), multiplied.getRaster(), false, null);
        byte[] file = Libheif.encode(
                folder, stored, "-L", "-p", "chroma=444", "--matrix_coefficients=0", "--premultiplied-alpha");
        BufferedImage image = reader.read(file);

        for (int x = 64; x < 96; x++) {
            Color expected = new Color(straight.getRGB(x, 40));
            Color actual = new Color(image.getRGB(x, 40));
            assertEquals(expected.getRed(), actual.getRed(), 2);
            assertEquals(expected.getGreen(), actual.getGreen(), 2);
            assertEquals(expected.getBlue(), actual.getBlue(), 2);
        }
    }

    @Test
    void grid_isPutTogether_andCutToItsSize() {
        HeifFile file =
                new HeifFile().primary(10).item(10, "grid", HeifFile.grid(2, 3, 180, 120), HeifFile.ispe(180, 120));
        for (int i = 0; i < 6; i++) {
            BufferedImage tile = Photos.cropped(picture(192, 128), i % 3 * 64, i / 3 * 64, 64, 64);
            file.image(i + 1, HeifFile.coded(Libheif.encode(folder, tile)));
        }
        file.reference("dimg", 10, 1, 2, 3, 4, 5, 6);

        assertAsConverted(file.bytesShowing(10), 1);
    }

    @Test
    void gridOfTransparentTiles_keepsItsAlpha() {
        HeifFile file = new HeifFile()
                .primary(10)
                .item(10, "grid", HeifFile.grid(1, 2, 120, 64), HeifFile.ispe(120, 64))
                .item(20, "grid", HeifFile.grid(1, 2, 120, 64), HeifFile.ispe(120, 64), alphaType());
        byte[] levels = Photos.encode(Photos.as(BufferedImage.TYPE_BYTE_GRAY, ramp(64, 64)), "png");
        HeifFile.Coded alpha = HeifFile.coded(Libheif.encode(folder, levels, "-L"));
        HeifFile.Coded color = HeifFile.coded(Libheif.encode(folder, picture(64, 64)));
        file.image(1, color).image(2, color).image(3, alpha, alphaType()).image(4, alpha, alphaType());
        file.reference("dimg", 10, 1, 2).reference("dimg", 20, 3, 4).reference("auxl", 20, 10);
        BufferedImage image = reader.read(file.bytes());

        assertEquals(120, image.getWidth());
        for (int x = 0; x < 120; x++) {
            assertEquals(x % 64 * 4, image.getRGB(x, 30) >>> 24, 1);
        }
    }

    private static byte[] alphaType() {
        return HeifFile.auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");
    }

    /** From black to nearly white. */
    private static BufferedImage ramp(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * 4 * 0x10101);
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "1, -1", "2, -1", "3, -1", "0, 0", "0, 1", "1, 0", "1, 1", "2, 1", "3, 0"})
    void rotationAndMirroring_areApplied(int quarters, int axis) {
        HeifFile.Coded coded = HeifFile.coded(Libheif.encode(folder, picture(96, 64)));
        byte[] rotation = HeifFile.irot(quarters);
        HeifFile file = axis < 0
                ? new HeifFile().image(1, coded, rotation)
                : new HeifFile().image(1, coded, rotation, HeifFile.imir(axis));

        assertAsConverted(file.bytes(), 1);
    }

    @ParameterizedTest
    @CsvSource({"60, 40, 0, 0", "60, 40, 20, -12", "59, 40, 1, 0", "96, 64, 0, 0", "200, 200, 0, 0"})
    void crop_isApplied_beforeAndAfterRotation(int width, int height, int right, int down) {
        HeifFile.Coded coded = HeifFile.coded(Libheif.encode(folder, picture(96, 64)));
        byte[] crop = HeifFile.clap(width, height, right, down);

        assertAsConverted(new HeifFile().image(1, coded, crop).bytes(), 1);
        assertAsConverted(new HeifFile().image(1, coded, crop, HeifFile.irot(1)).bytes(), 1);
        assertAsConverted(
                new HeifFile()
                        .image(1, coded, HeifFile.irot(3), HeifFile.imir(1), crop)
                        .bytes(),
                1);
    }

    @Test
    void identity_addsItsTransforms() {
        HeifFile.Coded coded = HeifFile.coded(Libheif.encode(folder, picture(96, 64)));
        HeifFile file = new HeifFile()
                .primary(2)
                .image(1, coded, HeifFile.irot(1))
                .item(2, "iden", new byte[1], HeifFile.ispe(64, 96), HeifFile.imir(1))
                .reference("dimg", 2, 1);

        assertAsConverted(file.bytesShowing(2), 1);
    }

    @Test
    void profile_isConvertedToSrgb() {
        byte[] file = new HeifFile()
                .image(1, HeifFile.coded(PORTRAIT), HeifFile.icc(WIDE_GAMUT))
                .bytes();
        // The converter copies the profile to its PNG file.
        BufferedImage expected = reader.read(Libheif.convert(folder, file));

        Pixels.assertNear(expected, reader.read(file), 1);
        assertFalse(same(expected, reader.read(PORTRAIT)));
    }

    @Test
    void codePoints_areConvertedToSrgb() {
        HeifFile.Coded coded = HeifFile.coded(PORTRAIT);
        byte[] expected =
                new HeifFile().image(1, coded, HeifFile.icc(WIDE_GAMUT)).bytes();

        Pixels.assertNear(
                reader.read(expected),
                reader.read(
                        new HeifFile().image(1, coded, HeifFile.nclx(12, 13, 6)).bytes()),
                1);
    }

    @Test
    void matrix_isThatOfTheCodePoints() {
        HeifFile.Coded coded = HeifFile.coded(PORTRAIT);

        for (int matrix : new int[] {1, 5, 6, 9}) {
            assertAsConverted(
                    new HeifFile().image(1, coded, HeifFile.nclx(1, 13, matrix)).bytes(), 1);
        }
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        return Arrays.equals(pixels(one), pixels(other));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void collection_isReadAsItsPrimaryImage_withoutThumbnailDepthAndMetadata() {
        HeifFile.Coded small = HeifFile.coded(Libheif.encode(folder, picture(32, 32)));
        HeifFile.Coded large = HeifFile.coded(Libheif.encode(folder, picture(96, 64)));
        byte[] file = new HeifFile()
                .primary(3)
                .image(1, small)
                .image(2, small)
                .image(3, large)
                .image(4, small, HeifFile.auxiliary("urn:mpeg:hevc:2015:auxid:2"))
                .image(5, small, HeifFile.auxiliary("urn:com:apple:photo:2020:aux:hdrgainmap"))
                .item(6, "Exif", new byte[] {0, 0, 0, 6, 'E', 'x', 'i', 'f', 0, 0})
                .reference("thmb", 1, 3)
                .reference("auxl", 4, 3)
                .reference("auxl", 5, 3)
                .reference("cdsc", 6, 3)
                .bytes();

        Pixels.assertSame(reader.read(new HeifFile().image(1, large).bytes()), reader.read(file));
    }

    @Test
    void decodedSizeOtherThanDeclared_isRejected() {
        HeifFile.Coded coded = HeifFile.coded(PORTRAIT);
        for (int width : new int[] {511, 513, 8}) {
            HeifFile.Coded lie = new HeifFile.Coded(coded.type(), width, 512, coded.configuration(), coded.data());

            assertThrows(
                    PhotoRejectedException.Unreadable.class,
                    () -> reader.read(new HeifFile().image(1, lie).bytes()));
        }
        assertEquals(List.of(), Libheif.directories(ProcessHandle.current()));
    }

    private static HeifReader heifReader(String format, HeifConverter converter, byte[] file) {
        HeifReader reader = new HeifReader(format, converter, Cancellation.NEVER);
        reader.setInput(new ByteBufferImageInputStream(ByteBuffer.wrap(file), Cancellation.NEVER));
        return reader;
    }

    @Test
    void converterThatCannotBeStarted_isReportedWithTheNameOfTheFormat() {
        Path missing = folder.resolve("missing");
        HeifConverter converter = new HeifConverter(missing, missing, missing, false);
        HeifReader avif = heifReader("AVIF", converter, Photos.resource("/heif/portrait.avif"));

        String message = assertThrows(PhotoRejectedException.TooMuchMemory.class, () -> avif.read(0))
                .getMessage();
        assertTrue(message.contains("this AVIF file"), message);
        assertEquals(List.of(), Libheif.directories(ProcessHandle.current()));
    }

    @Test
    void interruptBeforeTheConverterStarts_cancelsTheWork() {
        HeifReader heic = heifReader("HEIC", HeifSupport.installed().converter().orElseThrow(), PORTRAIT);
        Thread.currentThread().interrupt();
        try {
            assertThrows(WorkCancelledException.class, () -> heic.read(0));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(), Libheif.directories(ProcessHandle.current()));
    }
}
