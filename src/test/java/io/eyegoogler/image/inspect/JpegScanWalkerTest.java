package io.eyegoogler.image.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.PhotoFile;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegScanWalkerTest {

    /** Returns a JPEG of many scans, each a header without data, which libjpeg takes for zeros. */
    static byte[] scans(int width, int height, int factors, int scans) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        byte[] quantization = new byte[65];
        Arrays.fill(quantization, 1, 65, (byte) 1);
        file.writeBytes(FileParts.jpegSegment(0xdb, quantization));
        ByteBuffer frame =
                ByteBuffer.allocate(15).put((byte) 8).putShort((short) height).putShort((short) width);
        frame.put(new byte[] {3, 1, (byte) factors, 0, 2, 0x11, 0, 3, 0x11, 0});
        file.writeBytes(FileParts.jpegSegment(0xc2, frame.array()));
        byte[] codes = new byte[18];
        codes[1] = 1;
        file.writeBytes(FileParts.jpegSegment(0xc4, codes));
        for (int i = 0; i < scans; i++) {
            file.writeBytes(FileParts.jpegSegment(0xda, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 0, 0}));
        }
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return file.toByteArray();
    }

    private static JpegScanWalker of(byte[] file) {
        return JpegScanWalker.of(ByteBuffer.wrap(file), Cancellation.NEVER);
    }

    private static void assertTooCostly(byte[] file) {
        assertThrows(PhotoRejectedException.TooCostly.class, () -> of(file).checkLimits("JPEG"));
    }

    @Test
    void baseline_keepsNoCoefficients_andIsReadWithoutLimit() {
        JpegScanWalker scans = of(Photos.encode(Photos.portrait(), "jpeg"));

        assertEquals(1, scans.scans());
        assertEquals(512 * 512, scans.pixels());
        assertEquals(0, scans.coefficientBytes());
        assertSame(DecodingCost.ReadLimit.NONE, scans.cost().readLimit());
    }

    /** libjpeg's virtual arrays have whole MCUs, of 64 coefficients of 2 bytes per block. */
    @ParameterizedTest
    @CsvSource({
        // One MCU of 4 + 1 + 1 blocks; 2 × 2 of these; 3 × 3 of 1 + 1 + 1; 2 × 3 of 2 + 1 + 1.
        "16, 16, 0x22, 768",
        "17, 17, 0x22, 3072",
        "17, 17, 0x11, 3456",
        "17, 17, 0x21, 3072",
        // Measured: 280 MB of resident memory.
        "7000, 7000, 0x11, 294000000"
    })
    void coefficients_areThoseOfWholeMcus(int width, int height, String factors, long bytes) {
        long actual = of(scans(width, height, Integer.decode(factors), 2)).coefficientBytes();

        assertEquals(bytes, actual, bytes * 0.001);
    }

    @Test
    void progressivePhoto_passes_andIsReadTheSameWithAReadLimit() {
        byte[] file = FileParts.progressive(Photos.portrait(), "jpeg");
        JpegScanWalker scans = of(file).checkLimits("JPEG");

        assertTrue(scans.scans() > 5, scans.scans() + " scans");
        assertNotEquals(DecodingCost.ReadLimit.NONE, scans.cost().readLimit());
        Pixels.assertSame(Photos.decode(file), new PhotoReader(1_000_000).read(file));
    }

    @Test
    void tooManyScans_areRejected() {
        of(scans(8, 8, 0x11, JpegScanWalker.MAX_SCANS)).checkLimits("JPEG");
        assertTooCostly(scans(8, 8, 0x11, JpegScanWalker.MAX_SCANS + 1));
        // 2.3 million blocks each.
        of(scans(7000, 7000, 0x11, 12)).checkLimits("JPEG");
        assertTooCostly(scans(7000, 7000, 0x11, 20));
    }

    @Test
    void tooManySegments_areRejected() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        for (int i = 0; i <= JpegScanWalker.MAX_SEGMENTS; i++) {
            file.writeBytes(FileParts.jpegSegment(0xfe, new byte[0]));
        }
        assertTooCostly(file.toByteArray());
    }

    @Test
    void scansWithoutData_areReadOneByOne_andCanceledInBetween() {
        byte[] file = scans(1600, 1600, 0x11, 40);
        assertTrue(of(file).cost().readLimit().length() < 20);
        PhotoFile photo = new PhotoReader(50_000_000).open(ByteBuffer.wrap(file), Cancellation.NEVER);
        // Some checks for the header and the setup of the reader, then one per scan.
        AtomicInteger checks = new AtomicInteger();
        photo.decode(Cancellation.when(() -> checks.incrementAndGet() < 0));
        assertTrue(checks.get() > 40, checks + " checks");
        for (int checksLeft : new int[] {0, 10, 30, checks.get() - 1}) {
            AtomicInteger left = new AtomicInteger(checksLeft);
            assertThrows(
                    WorkCancelledException.class,
                    () -> photo.decode(Cancellation.when(() -> left.decrementAndGet() < 0)));
        }
    }
}
