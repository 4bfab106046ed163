package io.eyegoogler.image.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.heif.HeifSupport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedFormatTest {

    /** The files begin with the length of a box, four zeros here. */
    @ParameterizedTest
    @CsvSource({"ftypheic, HEIC", "ftypmif1, HEIC", "ftypavif, AVIF"})
    void unsupportedPhoto_isNamed_withAdviceWhatToSend(String brand, String named) {
        byte[] file = ("\0\0\0\0" + brand + "\0\0\0\0 and so on").getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(PhotoRejectedException.Unsupported.class, () -> new PhotoReader(1).read(file))
                .getMessage();

        assertTrue(message.startsWith(named + " is not supported without Debian's package libheif-examples,"), message);
        assertTrue(message.contains("; send "), message);
        assertTrue(message.contains("JPEG, PNG, GIF, WEBP, TIFF, BMP, PNM, PAM, PFM, HDR, RAS"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftypisom", "ftypmp42", "ftypqt  ", "ftypM4V ", "ftyp3gp4"})
    void video_isForTheCommandLine(String brand) {
        byte[] file = ("\0\0\0\0" + brand + "\0\0\0\0 and so on").getBytes(StandardCharsets.ISO_8859_1);
        checkVideo(file);
        checkVideo(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, 1, 2, 3, 4});
    }

    private static void checkVideo(byte[] file) {
        String message = assertThrows(PhotoRejectedException.Unsupported.class, () -> new PhotoReader(1).read(file))
                .getMessage();
        assertTrue(message.startsWith("Videos are for the command line: java -jar eyegoogler.jar googly "), message);
    }

    @Test
    void unknownBytes_areRejectedWithTheSupportedFormats() {
        assertEquals(
                "Unsupported image format; send one of JPEG, PNG, GIF, WEBP, TIFF, BMP, PNM, PAM, PFM, HDR, RAS.",
                UnsupportedFormat.adviceFor(ByteBuffer.wrap(new byte[100]), ReadableFormat.readable(HeifSupport.OFF)));
    }
}
