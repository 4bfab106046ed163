package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.eyegoogler.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/jpeg | JPEG",
                "image/jpg | JPEG",
                "image/png, image/jpeg | PNG",
                "image/png;q=0.5, image/jpeg | JPEG",
                "IMAGE/JPEG;q=0.9, */*;q=0.1 | JPEG",
                "*/* | PNG",
                "image/* | PNG",
                "image/*, image/png;q=0.2 | JPEG",
                "text/html | PNG",
                "image/gif | GIF",
                "image/apng | APNG",
                "image/apng, image/png;q=0.9 | APNG",
                "image/gif;q=0.9, image/jpeg;q=0.8, */*;q=0.1 | GIF",
                "image/gif, image/apng, image/png | PNG",
                "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8 | PNG",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8 | PNG",
                "image/jpeg;q=zero | PNG",
                ";;;,,, | PNG",
            })
    void accept_choosesTheFormat(String accept, OutputFormat format) {
        assertEquals(format, AcceptHeader.of(accept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "Application/JSON; charset=utf-8 | true",
                "application/* | true",
                "application/json, */*;q=0.5 | true",
                "application/json, text/javascript, */*; q=0.01 | true",
                "application/json;q=0.9, image/jpeg;q=0.8 | true",
                "application/json, image/*;q=0.9, */* | true",
                "*/*;q=0.5, application/json;q=0.6 | true",
                "*/*;q=0.5, image/*;q=0.4 | false",
                "application/json, text/plain, */* | false",
                "image/png, application/json | false",
                "application/json;q=0.5, image/gif | false",
                "application/json;q=0 | false",
                "application/json;q=zero | false",
                "application/jsonx | false",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8 | false",
                "*/* | false",
                "image/* | false",
                ";;;,,, | false",
            })
    void accept_choosesJson_onlyIfItIsPreferredToEveryPhoto(String accept, boolean json) {
        assertEquals(json, AcceptHeader.prefersJson(accept));
    }

    @Test
    void noHeader_choosesAPng() {
        assertEquals(OutputFormat.PNG, AcceptHeader.of(null));
        assertFalse(AcceptHeader.prefersJson(null));
    }
}
