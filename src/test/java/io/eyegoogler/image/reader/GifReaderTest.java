package io.eyegoogler.image.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class GifReaderTest {

    private static final BufferedImage FRAME =
            Photos.as(BufferedImage.TYPE_BYTE_INDEXED, Photos.cropped(Photos.portrait(), 150, 50, 31, 23));

    private final PhotoReader reader = new PhotoReader(1_000_000);

    /** Returns a GIF of one frame at a position on a logical screen. */
    private static byte[] gif(int screenWidth, int screenHeight, int left, int top) {
        ByteBuffer file = ByteBuffer.wrap(Photos.encode(FRAME, "gif")).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(6, (short) screenWidth).putShort(8, (short) screenHeight);
        int palette = 3 * (2 << (file.get(10) & 7));
        int descriptor = 13 + palette;
        while (file.get(descriptor) == 0x21) {
            descriptor += 8;
        }
        assertEquals(0x2c, file.get(descriptor));
        return file.putShort(descriptor + 1, (short) left)
                .putShort(descriptor + 3, (short) top)
                .array();
    }

    @Test
    void smallerFrame_isAtItsPositionOnATransparentScreen() {
        BufferedImage right = new BufferedImage(50, 40, BufferedImage.TYPE_4BYTE_ABGR);
        right.createGraphics().drawImage(FRAME, 7, 9, null);

        Pixels.assertSame(right, reader.read(gif(50, 40, 7, 9)));
    }

    @Test
    void frameThatFillsTheScreen_isOpaque() {
        BufferedImage read = reader.read(gif(31, 23, 0, 0));

        assertEquals(BufferedImage.TYPE_3BYTE_BGR, read.getType());
        Pixels.assertSame(FRAME, read);
    }

    @Test
    void frameBeyondTheScreen_extendsIt() {
        BufferedImage read = reader.read(gif(0, 10, 2, 0));

        assertEquals(33, read.getWidth());
        assertEquals(23, read.getHeight());
        assertEquals(FRAME.getRGB(0, 0), read.getRGB(2, 0));
    }

    @Test
    void screenWithTooManyPixels_isRejectedByItsHeader() {
        assertThrows(PhotoRejectedException.TooManyPixels.class, () -> reader.read(gif(60_000, 60_000, 0, 0)));
    }
}
