package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.testing.Photos;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PhotoWriterTest {

    @Test
    void pictureLongerThanAJpegCanBe_isRejectedAsJpegAndWrittenAsPng() {
        BufferedImage tooLong = new BufferedImage(65_501, 2, BufferedImage.TYPE_3BYTE_BGR);

        PhotoRejectedException rejected = assertThrows(
                PhotoRejectedException.class, () -> PhotoWriter.write(tooLong, OutputFormat.JPEG, Cancellation.NEVER));
        assertTrue(rejected.getMessage().contains("65501 × 2"), rejected.getMessage());
        assertEquals(
                65_501,
                Photos.decode(PhotoWriter.write(tooLong, OutputFormat.PNG, Cancellation.NEVER))
                        .getWidth());
    }

    @Test
    void pictureAsLongAsAJpegCanBe_isWritten() {
        BufferedImage longest = new BufferedImage(2, 65_500, BufferedImage.TYPE_3BYTE_BGR);

        assertEquals(
                65_500,
                Photos.decode(PhotoWriter.write(longest, OutputFormat.JPEG, Cancellation.NEVER))
                        .getHeight());
    }
}
