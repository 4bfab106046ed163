package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.testing.Photos;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {

    private final PhotoReader reader = new PhotoReader(1_000_000);

    private static void assertSamePixels(BufferedImage expected, BufferedImage actual) {
        assertEquals(expected.getWidth(), actual.getWidth());
        assertEquals(expected.getHeight(), actual.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                assertEquals(
                        Integer.toHexString(expected.getRGB(x, y)),
                        Integer.toHexString(actual.getRGB(x, y)),
                        "at (" + x + ", " + y + ")");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void losslessFormat_isReadExactly(String format) {
        BufferedImage read = reader.read(Photos.encode(Photos.portrait(), format));

        assertEquals(BufferedImage.TYPE_3BYTE_BGR, read.getType());
        assertSamePixels(Photos.portrait(), read);
    }

    @Test
    void jpeg_isReadAsImageIoDoes() {
        byte[] jpeg = Photos.encode(Photos.portrait(), "jpeg");

        assertSamePixels(Photos.decode(jpeg), reader.read(jpeg));
    }

    @ParameterizedTest
    @CsvSource({"jpeg", "png"})
    void interlacedPhoto_isRead(String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(Photos.portrait(), null, null), param);
        }

        assertSamePixels(Photos.decode(file.toByteArray()), reader.read(file.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "png", "bmp"})
    void palette_isReadExactly(String format) {
        BufferedImage palette = Photos.as(BufferedImage.TYPE_BYTE_INDEXED, Photos.portrait());
        BufferedImage read = reader.read(Photos.encode(palette, format));

        assertSamePixels(palette, read);
    }

    @Test
    void grey_isTheSameValueInRedGreenAndBlue() {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, i);
        }
        BufferedImage read = reader.read(Photos.encode(grey, "png"));

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
    void sixteenBitGrey_isRoundedToEight() {
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
        assertSamePixels(photo, read);
    }

    @Test
    void maxPixels_isTheLastThatIsTaken() {
        byte[] photo = Photos.encode(Photos.plain(40, 25, Color.RED), "png");

        assertEquals(40, new PhotoReader(1000).read(photo).getWidth());
        assertThrows(PhotoRejectedException.TooManyPixels.class, () -> new PhotoReader(999).read(photo));
    }

    @Test
    void bytesOfNoKnownFormat_areUnsupported() {
        assertThrows(PhotoRejectedException.Unsupported.class, () -> reader.read(new byte[0]));
        // ImageIO takes this for a picture of format WBMP.
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
