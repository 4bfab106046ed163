package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.OutputFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "portrait.jpg, portrait-googly.png",
                "archive.tar.gz, archive.tar-googly.png",
                "../../etc/passwd, passwd-googly.png",
                "C:\\photos\\me.bmp, me-googly.png",
                "a\"b;c.png, a_b_c-googly.png",
                ".jpg, photo-googly.png",
            })
    void name_ofTheUpload_isKeptHarmless(String upload, String download) {
        assertEquals(
                "inline; filename=\"" + download + "\"",
                ContentDisposition.inline(Optional.of(upload), OutputFormat.PNG));
    }

    @Test
    void nameBeyondAscii_isSentEncodedToo() {
        assertEquals(
                "inline; filename=\"M_ller-googly.jpg\"; filename*=UTF-8''M%C3%BCller-googly.jpg",
                ContentDisposition.inline(Optional.of("Müller.png"), OutputFormat.JPEG));
    }

    @Test
    void lineBreaks_cannotAddHeaders() {
        assertEquals(
                "inline; filename=\"a__Set-Cookie_ b-googly.png\"",
                ContentDisposition.inline(Optional.of("a\r\nSet-Cookie: b.jpg"), OutputFormat.PNG));
    }

    @Test
    void unnamedUpload_isAPhoto() {
        assertEquals(
                "inline; filename=\"photo-googly.png\"", ContentDisposition.inline(Optional.empty(), OutputFormat.PNG));
    }
}
