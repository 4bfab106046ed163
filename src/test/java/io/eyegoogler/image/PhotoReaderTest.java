package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.inspect.ReadableFormat;
import io.eyegoogler.testing.FileParts;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {

    private final PhotoReader reader = new PhotoReader(1_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void losslessFormat_isReadExactly(String format) {
        BufferedImage read = reader.read(Photos.encode(Photos.portrait(), format));

        assertEquals(BufferedImage.TYPE_3BYTE_BGR, read.getType());
        Pixels.assertSame(Photos.portrait(), read);
    }

    @Test
    void jpeg_isReadAsImageIoDoes() {
        byte[] jpeg = Photos.encode(Photos.portrait(), "jpeg");

        Pixels.assertSame(Photos.decode(jpeg), reader.read(jpeg));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void interlacedPhoto_isRead(String format) {
        byte[] file = FileParts.progressive(Photos.portrait(), format);

        Pixels.assertSame(Photos.decode(file), reader.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "png", "bmp"})
    void palette_isReadExactly(String format) {
        BufferedImage palette = Photos.as(BufferedImage.TYPE_BYTE_INDEXED, Photos.portrait());
        BufferedImage read = reader.read(Photos.encode(palette, format));

        Pixels.assertSame(palette, read);
    }

    @Test
    void gray_hasTheSameValueInRedGreenAndBlue() {
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            gray.getRaster().setSample(i % 16, i / 16, 0, i);
        }
        BufferedImage read = reader.read(Photos.encode(gray, "png"));

        for (int i = 0; i < 256; i++) {
            assertEquals(new Color(i, i, i), new Color(read.getRGB(i % 16, i / 16)));
        }
    }

    @Test
    void sixteenBit_isRoundedToEight() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                false,
                false,
                ComponentColorModel.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(256, 1);
        BufferedImage deep = new BufferedImage(model, raster, false, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i, 0, new int[] {i * 257, 65535 - i * 257, Math.min(65535, i * 257 + 100)});
        }
        BufferedImage read = reader.read(Photos.encode(deep, "png"));

        assertEquals(BufferedImage.TYPE_3BYTE_BGR, read.getType());
        for (int i = 0; i < 256; i++) {
            assertEquals(new Color(i, 255 - i, i), new Color(read.getRGB(i, 0)));
        }
    }

    @Test
    void sixteenBitGray_isRoundedToEight() {
        BufferedImage deep = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 256; i++) {
            deep.getRaster().setSample(i, 0, 0, i * 257);
        }
        BufferedImage read = reader.read(Photos.encode(deep, "png"));

        for (int i = 0; i < 256; i++) {
            assertEquals(new Color(i, i, i), new Color(read.getRGB(i, 0)));
        }
    }

    @Test
    void transparency_isKept() {
        BufferedImage photo = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.portrait());
        for (int x = 0; x < 256; x++) {
            photo.setRGB(x, 0, x << 24 | 0x102030);
        }
        BufferedImage read = reader.read(Photos.encode(photo, "png"));

        assertEquals(BufferedImage.TYPE_4BYTE_ABGR, read.getType());
        Pixels.assertSame(photo, read);
    }

    @Test
    void maxPixels_isTheLargestSizeAccepted() {
        byte[] photo = Photos.encode(Photos.plain(40, 25, Color.RED), "png");

        assertEquals(40, new PhotoReader(1000).read(photo).getWidth());
        assertThrows(PhotoRejectedException.TooManyPixels.class, () -> new PhotoReader(999).read(photo));
    }

    @ParameterizedTest
    @CsvSource({"50000000, 50 MP", "1500000, 1.5 MP", "999, 999 pixels"})
    void limitInTheMessage_isInMegapixels(long maxPixels, String text) {
        byte[] photo = Photos.encode(Photos.plain(40, 25, Color.RED), "png");
        ByteBuffer.wrap(photo).putInt(16, 10_000).putInt(20, 6_000);

        assertEquals(
                "The photo has 10000 × 6000 pixels; the limit is " + text + ". Send a smaller version.",
                assertThrows(PhotoRejectedException.TooManyPixels.class, () -> new PhotoReader(maxPixels).read(photo))
                        .getMessage());
    }

    @Test
    void openingAPhoto_isCanceled() {
        for (byte[] file : new byte[][] {
            Photos.PORTRAIT, Photos.encode(Photos.portrait(), "jpeg"), Photos.encode(Photos.portrait(), "tiff")
        }) {
            assertThrows(
                    WorkCancelledException.class,
                    () -> reader.open(ByteBuffer.wrap(file), Cancellation.after(Duration.ZERO)));
        }
    }

    @Test
    void memoryThatRunsOut_isNotCalledDamage() {
        String message = assertThrows(
                        PhotoRejectedException.TooMuchMemory.class,
                        () -> PhotoFile.rejecting(
                                ReadableFormat.PNG, Cancellation.NEVER, () -> new byte[Integer.MAX_VALUE]))
                .getMessage();

        assertTrue(message.startsWith("There is not enough memory to decode this PNG file"), message);
    }

    @Test
    void bytesOfNoKnownFormat_areUnsupported() {
        assertThrows(PhotoRejectedException.Unsupported.class, () -> reader.read(new byte[0]));
        // ImageIO takes this for a WBMP.
        assertThrows(PhotoRejectedException.Unsupported.class, () -> reader.read(new byte[] {0, 0, 1, 1, 0}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void headerAlone_isUnreadable(String format) {
        BufferedImage palette = Photos.as(BufferedImage.TYPE_BYTE_INDEXED, Photos.portrait());
        byte[] file = Photos.encode(format.equals("jpeg") ? Photos.portrait() : palette, format);

        assertThrows(PhotoRejectedException.Unreadable.class, () -> reader.read(Arrays.copyOf(file, 30)));
    }
}
