package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegScanWalkerTest {

    /** A file of many scans, each of a header and no data, which libjpeg takes for zeros. */
    static byte[] scans(int width, int height, int factors, int scans) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        byte[] quantization = new byte[65];
        Arrays.fill(quantization, 1, 65, (byte) 1);
        segment(file, 0xdb, quantization);
        ByteBuffer frame =
                ByteBuffer.allocate(15).put((byte) 8).putShort((short) height).putShort((short) width);
        frame.put(new byte[] {3, 1, (byte) factors, 0, 2, 0x11, 0, 3, 0x11, 0});
        segment(file, 0xc2, frame.array());
        byte[] codes = new byte[18];
        codes[1] = 1;
        segment(file, 0xc4, codes);
        for (int i = 0; i < scans; i++) {
            segment(file, 0xda, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 0, 0});
        }
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return file.toByteArray();
    }

    static void segment(ByteArrayOutputStream file, int marker, byte[] data) {
        file.write(0xff);
        file.write(marker);
        file.write(data.length + 2 >> 8);
        file.write(data.length + 2);
        file.writeBytes(data);
    }

    static byte[] progressive(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }

    private static JpegScanWalker of(byte[] file) {
        return JpegScanWalker.of(ByteBuffer.wrap(file));
    }

    @Test
    void baseline_keepsNoCoefficients_andComesInOnePiece() {
        JpegScanWalker scans = of(Photos.encode(Photos.portrait(), "jpeg"));

        assertEquals(1, scans.scans());
        assertEquals(512 * 512, scans.pixels());
        assertEquals(0, scans.coefficients());
        assertSame(DecodingCost.Pieces.NONE, scans.cost().pieces());
    }

    /** Bytes as libjpeg's virtual arrays have them: whole MCUs, 64 coefficients of 2 bytes a block. */
    @ParameterizedTest
    @CsvSource({
        // One MCU of 4 + 1 + 1 blocks; 2 × 2 of these; 3 × 3 of 1 + 1 + 1; 2 × 3 of 2 + 1 + 1.
        "16, 16, 0x22, 768",
        "17, 17, 0x22, 3072",
        "17, 17, 0x11, 3456",
        "17, 17, 0x21, 3072",
        // What this takes was measured as 280 MB of resident memory.
        "7000, 7000, 0x11, 294000000"
    })
    void coefficients_areThoseOfWholeMcus(int width, int height, String factors, long bytes) {
        long told = of(scans(width, height, Integer.decode(factors), 2)).coefficients();

        assertEquals(bytes, told, bytes * 0.001);
    }

    @Test
    void progressivePhoto_passes_andIsReadTheSameInPieces() {
        byte[] file = progressive(Photos.portrait());
        JpegScanWalker scans = of(file).checked(ReadableFormat.JPEG);

        assertTrue(scans.scans() > 5, scans.scans() + " scans");
        assertNotEquals(DecodingCost.Pieces.NONE, scans.cost().pieces());
        assertArrayEquals(samples(Photos.decode(file)), samples(new PhotoReader(1_000_000).read(file)));
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void tooManyScans_areRefused() {
        of(scans(8, 8, 0x11, JpegScanWalker.MAX_SCANS)).checked(ReadableFormat.JPEG);
        assertThrows(PhotoRejectedException.TooCostly.class, () -> of(scans(8, 8, 0x11, JpegScanWalker.MAX_SCANS + 1))
                .checked(ReadableFormat.JPEG));
        // 2.3 million blocks in each.
        of(scans(7000, 7000, 0x11, 12)).checked(ReadableFormat.JPEG);
        assertThrows(PhotoRejectedException.TooCostly.class, () -> of(scans(7000, 7000, 0x11, 20))
                .checked(ReadableFormat.JPEG));
    }

    @Test
    void tooManySegments_areRefused() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        for (int i = 0; i <= JpegScanWalker.MAX_SEGMENTS; i++) {
            segment(file, 0xfe, new byte[0]);
        }
        assertThrows(PhotoRejectedException.TooCostly.class, () -> of(file.toByteArray())
                .checked(ReadableFormat.JPEG));
    }

    @Test
    void scansWithoutData_comeOneByOne_andStopBetween() {
        byte[] file = scans(1600, 1600, 0x11, 40);
        assertTrue(of(file).cost().pieces().length() < 20);
        PhotoFile photo = new PhotoReader(50_000_000).open(ByteBuffer.wrap(file));
        // Some for the header and for what the reader does before; then one a piece.
        AtomicInteger checks = new AtomicInteger();
        photo.decode(Cancellation.when(() -> checks.incrementAndGet() < 0));
        assertTrue(checks.get() > 40, checks + " checks");
        for (int limit : new int[] {0, 10, 30, checks.get() - 1}) {
            AtomicInteger left = new AtomicInteger(limit);
            assertThrows(
                    WorkCancelledException.class,
                    () -> photo.decode(Cancellation.when(() -> left.decrementAndGet() < 0)));
        }
    }
}
