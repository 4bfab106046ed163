package io.eyegoogler.image.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoFile;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.limits.MemorySize;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.Exifs;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.TiffFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingCostTest {

    private static final long MAX_PIXELS = 50_000_000;
    private static final MemorySize PLENTY = new MemorySize(1L << 40, 1L << 40);

    private static PhotoFile open(byte[] file) {
        return new PhotoReader(MAX_PIXELS, PLENTY).open(ByteBuffer.wrap(file), Cancellation.NEVER);
    }

    private static void assertTooCostly(byte[] file) {
        assertThrows(PhotoRejectedException.TooCostly.class, () -> open(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "pnm"})
    void ordinaryPhoto_passes(String format) {
        BufferedImage photo = format.equals("gif")
                ? Photos.as(BufferedImage.TYPE_BYTE_INDEXED, Photos.portrait())
                : Photos.portrait();
        assertEquals(
                512,
                open(Photos.encode(photo, format)).decode(Cancellation.NEVER).getWidth());
    }

    /** Bytes for a photo of a thousand pixels: to decode it, and to decode and encode it. */
    @ParameterizedTest
    @CsvSource({
        "jpeg, 5, 1, 3000, 9000", "jpeg, 5, 6, 6000, 9000", "jpeg, 10, 1, 4000, 9000", "png, 5, 1, 3000, 9000",
        "png, 6, 1, 4000, 12000", "png, 11, 1, 5000, 9000", "png, 10, 6, 6000, 9000", "bmp, 5, 1, 3000, 9000",
        "gif, 13, 1, 5000, 12000", "tiff, 5, 1, 3000, 9000", "tiff, 11, 1, 5000, 9000", "pnm, 5, 1, 3000, 9000"
    })
    void memory_isThatOfTheImagesHeldAtOnce(String format, int type, int orientation, long decode, long all) {
        byte[] file = Photos.encode(Photos.as(type, Photos.plain(40, 25, Color.RED)), format);
        byte[] exif = Exifs.tiff(orientation, ByteOrder.BIG_ENDIAN);
        PhotoFile photo = open(
                switch (format) {
                    case "jpeg" -> Exifs.inJpeg(file, exif);
                    case "png" -> Exifs.inPng(file, exif);
                    default -> file;
                });
        assertEquals(new MemorySize(decode, 0), photo.memoryToDecode());
        assertEquals(new MemorySize(all, 0), photo.memoryToDecodeAndEncode());
    }

    /** Its frames may be lossless: ARGB before and after a transform, and the image. */
    @Test
    void memory_ofAnAnimatedWebp_isThatOfALosslessFrame() {
        BufferedImage frame = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.plain(40, 25, Color.RED));
        byte[] file = AnimatedFile.webp(40, 25, Collections.nCopies(2, new AnimatedFile.Part(frame, 100)), 0);
        assertEquals(new MemorySize(12_000, 0), open(file).memoryToDecode());
    }

    /** The gamma is 1, sRGB's, or cut off; the last is ignored. */
    @ParameterizedTest
    @CsvSource({"5, 000186a0, 6000", "5, 0000b18f, 3000", "5, 0001, 3000", "13, 000186a0, 7000", "13, 0000b18f, 4000"})
    void memory_ofAPngWithAGamma_includesItsConversion(int type, String gamma, long decode) {
        byte[] png = Photos.encode(Photos.as(type, Photos.plain(40, 25, Color.RED)), "png");
        byte[] chunk = FileParts.pngChunk("gAMA", HexFormat.of().parseHex(gamma));
        assertEquals(
                new MemorySize(decode, 0), open(FileParts.inPng(png, chunk)).memoryToDecode());
    }

    @Test
    void memory_ofAWebpWithAProfile_isThatOfTwoImages() {
        byte[] webp = Photos.resource("/webp/portrait.webp");
        byte[] profile = FileParts.inserted(webp, webp.length, FileParts.ascii("ICCP\0\0\0\0"));
        assertEquals(new MemorySize(512 * 512 * 5, 0), open(webp).memoryToDecode());
        assertEquals(new MemorySize(512 * 512 * 6, 0), open(profile).memoryToDecode());
    }

    @Test
    void photoBeyondTheCapacity_isRejected_andOneThatMayExceedItGetsAllOfIt() {
        byte[] photo = Photos.encode(Photos.plain(40, 25, Color.RED), "png");

        PhotoReader enough = new PhotoReader(MAX_PIXELS, new MemorySize(5000, 0));
        assertEquals(
                new MemorySize(5000, 0),
                enough.open(ByteBuffer.wrap(photo), Cancellation.NEVER).memoryToDecodeAndEncode());
        PhotoReader little = new PhotoReader(MAX_PIXELS, new MemorySize(2999, 0));
        assertThrows(
                PhotoRejectedException.TooMuchMemory.class,
                () -> little.open(ByteBuffer.wrap(photo), Cancellation.NEVER));
        PhotoReader noLibjpeg = new PhotoReader(MAX_PIXELS, new MemorySize(1 << 30, 10_000));
        byte[] progressive = FileParts.progressive(Photos.plain(64, 64, Color.RED), "jpeg");
        assertThrows(
                PhotoRejectedException.TooMuchMemory.class,
                () -> noLibjpeg.open(ByteBuffer.wrap(progressive), Cancellation.NEVER));
    }

    /** Drivers send such files to printers; another reader would decode them without regard to limits. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void bmp_thatContainsAFileOfAnotherFormat_isRejected(int compression) {
        byte[] bmp = Photos.encode(Photos.plain(40, 25, Color.RED), "bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(30, compression);
        assertThrows(PhotoRejectedException.Unsupported.class, () -> open(bmp));
    }

    @Test
    void jpeg_ofTooManyScans_isRejected() {
        assertTooCostly(JpegScanWalkerTest.scans(64, 64, 0x11, 600));
    }

    @Test
    void jpeg_ofTooManyPixelsAndScans_isRejectedForItsPixels() {
        byte[] file = JpegScanWalkerTest.scans(65_500, 65_500, 0x11, 2);
        assertThrows(PhotoRejectedException.TooManyPixels.class, () -> open(file));
    }

    private static byte[] emptyChunks(int count) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        byte[] chunk = FileParts.pngChunk("IDAT", new byte[0]);
        for (int i = 0; i < count; i++) {
            chunks.writeBytes(chunk);
        }
        return chunks.toByteArray();
    }

    @Test
    void png_ofTooManyChunks_isRejected() {
        byte[] photo = Photos.encode(Photos.plain(40, 25, Color.RED), "png");
        open(FileParts.inPng(photo, emptyChunks(10_000)));

        assertTooCostly(FileParts.inPng(photo, emptyChunks(PngInspector.MAX_CHUNKS)));
    }

    @Test
    void png_longerThanAnyPhoto_isRejected() {
        byte[] photo = Photos.encode(Photos.plain(40, 25, Color.RED), "png");
        ByteBuffer.wrap(photo).putInt(16, 1).putInt(20, 500_001);

        assertTooCostly(photo);
    }

    @Test
    void gif_ofTooLongComments_isRejected() {
        byte[] photo = Photos.encode(Photos.as(BufferedImage.TYPE_BYTE_INDEXED, Photos.portrait()), "gif");
        int afterPalette = 13 + 3 * 256;
        byte[] comment = FileParts.ascii("!\u00fe" + "\1a".repeat(1000) + "\0");
        open(FileParts.inserted(photo, afterPalette, comment));

        byte[] comments = FileParts.ascii(("!\u00fe" + "\1a".repeat(100) + "\0").repeat(30));
        assertTooCostly(FileParts.inserted(photo, afterPalette, comments));
    }

    @Test
    void webp_ofTooManyChunks_isRejected() {
        String head = "RIFF\u00ff\u00ff\u00ff\1WEBP";
        assertTooCostly(FileParts.ascii(head + "junk\0\0\0\0".repeat(WebpInspector.MAX_CHUNKS + 1)));
    }

    /** Returns a TIFF of 24 bits per pixel. */
    private static byte[] tiff(int width, int height, TiffFile tags) {
        return new TiffFile()
                .with(256, width)
                .with(257, height)
                .with(258, 8)
                .with(262, 2)
                .with(277, 3)
                .with(tags)
                .bytes(new byte[16]);
    }

    @Test
    void tiff_ofTooManyStripsOrTiles_isRejected() {
        open(tiff(7000, 7000, new TiffFile().with(273, 8).with(278, 1)));
        open(tiff(7000, 7000, new TiffFile().with(324, 8).with(322, 64).with(323, 64)));
        open(tiff(1000, 1000, new TiffFile().with(324, 8).with(322, 16).with(323, 16)));

        assertTooCostly(
                tiff(7000, 7000, new TiffFile().with(324, 8).with(322, 16).with(323, 16)));
        assertTooCostly(
                tiff(3000, 3000, new TiffFile().with(324, 8).with(322, 1).with(323, 1)));
        assertTooCostly(tiff(10, 400_000, new TiffFile().with(273, 8).with(278, 1)));
    }

    @Test
    void tiff_ofTilesFarLargerThanThePicture_isRejected() {
        open(tiff(64, 64, new TiffFile().with(324, 8).with(322, 4096).with(323, 4096)));

        assertTooCostly(
                tiff(64, 64, new TiffFile().with(324, 8).with(322, 65_520).with(323, 16)));
        assertTooCostly(tiff(64, 64, new TiffFile().with(324, 8).with(322, 16).with(323, 65_520)));
    }

    @Test
    void tiff_withAJpegOfTooManyScans_orFarLargerThanItsStrip_isRejected() {
        assertTooCostly(jpegInTiff(JpegScanWalkerTest.scans(64, 64, 0x11, 40)));
        assertTooCostly(jpegInTiff(JpegScanWalkerTest.scans(6000, 6000, 0x11, 1)));

        // 64 blocks of each component.
        assertEquals(
                64 * 3 * 128,
                open(jpegInTiff(JpegScanWalkerTest.scans(64, 64, 0x11, 4)))
                        .memoryToDecode()
                        .offHeap());
    }

    private static byte[] jpegInTiff(byte[] jpeg) {
        return new TiffFile()
                .with(256, 64)
                .with(257, 64)
                .with(258, 8)
                .with(259, 7)
                .with(262, 6)
                .with(277, 3)
                .with(278, 64)
                .with(273, 8)
                .with(279, jpeg.length)
                .bytes(jpeg);
    }

    @Test
    void tiff_ofTooManyDirectories_isRejected() {
        int count = TiffDirectoryWalker.MAX_DIRECTORIES + 1;
        ByteBuffer file = TiffFile.littleEndian(8 + 18 * count)
                .put(FileParts.ascii("II*\0"))
                .putInt(8);
        for (int i = 1; i <= count; i++) {
            file.putShort((short) 1)
                    .putShort((short) 256)
                    .putShort((short) 4)
                    .putInt(1)
                    .putInt(64);
            file.putInt(i == count ? 0 : 8 + 18 * i);
        }
        assertTooCostly(file.array());
    }

    @Test
    void tiff_whoseDirectoriesOrValuesAreReadAgainAndAgain_isCheapOrRejected() {
        int[] same = new int[5000];
        Arrays.fill(same, 8);
        open(tiff(64, 64, new TiffFile().with(273, 8).with(330, same)));

        TiffFile overlapping = new TiffFile();
        for (int i = 0; i < 100; i++) {
            overlapping.with(40_000 + i, same);
        }
        byte[] file = overlapping.with(256, 64).with(257, 64).bytes(new byte[16]);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(4);
        for (int i = 0; i < 100; i++) {
            // 30 times as many values in each field, from the first value on.
            bytes.putInt(directory + 2 + 12 * (2 + i) + 4, 150_000).putInt(directory + 2 + 12 * (2 + i) + 8, 24);
        }
        assertTooCostly(file);
    }

    @Test
    void tiff_ofSamplesTooManyForTheMemory_isRejected() {
        byte[] file = tiff(7000, 7000, new TiffFile().with(273, 8).with(258, 32).with(277, 5));
        assertThrows(PhotoRejectedException.TooMuchMemory.class, () -> new PhotoReader(
                        MAX_PIXELS, new MemorySize(960 << 20, 0))
                .open(ByteBuffer.wrap(file), Cancellation.NEVER));
    }
}
