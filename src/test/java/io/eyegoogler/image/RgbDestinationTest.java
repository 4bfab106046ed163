package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.Cancellation;
import io.eyegoogler.detect.TestImages;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbDestinationTest {

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
    void image_hasTheSamplesAndTypeOfAPlainRead(int type) throws IOException {
        byte[] file = Photos.encode(TestImages.randomPixels(61, 43, type), "jpeg");
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input);
            BufferedImage image = RgbDestination.read(reader, Cancellation.NEVER);
            assertEquals(expected.getType(), image.getType());
            assertArrayEquals(samples(expected), samples(image));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
