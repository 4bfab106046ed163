package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.detect.TestImages;
import io.eyegoogler.image.inspect.DecodingCost;
import io.eyegoogler.image.inspect.PhotoMetadata;
import io.eyegoogler.image.inspect.ReadableFormat;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of a plain JPEG is the JDK's; of any other, the first that is registered, TwelveMonkeys'. */
class ReaderFactoryTest {

    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEGImageReader";
    /** Length of the start of a file that ImageIO writes: SOI, and JFIF's segment. */
    private static final int JFIF_END = 20;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void plainJpeg_isReadByTheJdk_toTheSamePixels(boolean progressive) throws IOException {
        byte[] file = jpeg(BufferedImage.TYPE_3BYTE_BGR, progressive);
        ImageReader reader = reader(file);

        assertEquals(JDK, reader.getClass().getName());
        BufferedImage expected = StillReader.read(ByteBuffer.wrap(file), ReadableFormat.JPEG, Cancellation.NEVER);
        BufferedImage image = StillReader.read(
                ByteBuffer.wrap(file),
                ReadableFormat.JPEG,
                reader,
                true,
                DecodingCost.ReadLimit.NONE,
                Cancellation.NEVER);
        assertEquals(expected.getType(), image.getType());
        assertArrayEquals(samples(expected), samples(image));
    }

    @Test
    void grayJpeg_isNotPlain() throws IOException {
        assertOther(jpeg(BufferedImage.TYPE_BYTE_GRAY, false));
    }

    @Test
    void jpegWithoutJfif_isNotPlain() throws IOException {
        byte[] file = jpeg(BufferedImage.TYPE_3BYTE_BGR, false);
        byte[] without = Arrays.copyOfRange(file, JFIF_END - 2, file.length);
        without[0] = (byte) 0xff;
        without[1] = (byte) 0xd8;
        assertOther(without);
    }

    /** A part of a color profile, Adobe's note, a reserved marker, a hierarchical frame, a definition of arithmetic coding. */
    @ParameterizedTest
    @ValueSource(ints = {0xe2, 0xee, 0x9a, 0xde, 0xcc})
    void jpegWithAnotherSegment_isNotPlain(int marker) throws IOException {
        assertOther(withSegment(jpeg(BufferedImage.TYPE_3BYTE_BGR, false), marker));
    }

    /** EXIF, other application data, a comment. */
    @ParameterizedTest
    @ValueSource(ints = {0xe1, 0xed, 0xfe})
    void jpegWithMetadata_isPlain(int marker) throws IOException {
        byte[] file = withSegment(jpeg(BufferedImage.TYPE_3BYTE_BGR, false), marker);
        assertEquals(JDK, reader(file).getClass().getName());
    }

    @Test
    void jpegOfOtherComponents_isNotPlain() throws IOException {
        byte[] file = jpeg(BufferedImage.TYPE_3BYTE_BGR, false);
        int frame = frameHeader(file);
        assertEquals(1, file[frame + 10]);
        file[frame + 10] = 'R';
        assertOther(file);
    }

    private static void assertOther(byte[] file) throws IOException {
        assertFalse(metadata(file).isPlainYcbcr());
        assertTrue(reader(file).getClass().getName().startsWith("com.twelvemonkeys."));
    }

    private static PhotoMetadata metadata(byte[] file) {
        return PhotoMetadata.of(ByteBuffer.wrap(file), ReadableFormat.JPEG);
    }

    private static ImageReader reader(byte[] file) throws IOException {
        return ReaderFactory.newReader(ReadableFormat.JPEG, metadata(file), Cancellation.NEVER);
    }

    private static byte[] withSegment(byte[] file, int marker) throws IOException {
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(file, 0, JFIF_END);
        with.write(new byte[] {(byte) 0xff, (byte) marker, 0, 4, 1, 2});
        with.write(file, JFIF_END, file.length - JFIF_END);
        return with.toByteArray();
    }

    private static int frameHeader(byte[] file) {
        for (int i = 0; ; i++) {
            if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xc0) {
                return i;
            }
        }
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static byte[] jpeg(int type, boolean progressive) throws IOException {
        BufferedImage image = TestImages.randomPixels(61, 43, type);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
