package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.PhotoRejectedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedFormatTest {

    /** First bytes with the box length that such files begin with written as four zeros. */
    @ParameterizedTest
    @CsvSource({"ftypheic, HEIC photos", "ftypmif1, HEIC photos", "ftypavif, AVIF pictures"})
    void foreignPhoto_isNamed_withWhatToSendInstead(String brand, String named) {
        byte[] file = ("\0\0\0\0" + brand + "\0\0\0\0 and so on").getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(PhotoRejectedException.Unsupported.class, () -> new PhotoReader(1).read(file))
                .getMessage();

        assertTrue(message.startsWith(named), message);
        assertTrue(message.contains("send"), message);
        assertTrue(message.contains("JPEG, PNG, GIF, WEBP, TIFF, BMP, PNM, PAM, PFM, HDR, RAS"), message);
    }
}
