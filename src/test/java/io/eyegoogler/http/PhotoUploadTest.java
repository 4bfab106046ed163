package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Form;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoUploadTest {

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000, 300_000, 3_000_000})
    void photoInAForm_liesInItsBody_andIsntCopied(int length) {
        byte[] photo = noise(length);
        Form form = new Form().field("size", "2").file("file", "a.jpg", photo).field("seed", "7");
        ByteBuffer body = ByteBuffer.wrap(form.body());
        PhotoUpload upload = PhotoUpload.of(form.contentType(), body);

        assertSame(body.array(), upload.photo().array());
        assertArrayEquals(photo, bytes(upload.photo().slice()));
        assertEquals("2", upload.fields().get("size"));
        assertEquals("7", upload.fields().get("seed"));
    }

    /** What looks like the begin of a boundary must neither be lost nor end the photo. */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n--", "\r\n-----", "--", "\r\n", "a\r\n--b", "\r\n--\r\n--\r\n--"})
    void nearBoundaries_belongToThePhoto(String near) {
        byte[] photo = near.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        Form form = new Form().file("file", "a.jpg", photo);

        assertArrayEquals(
                photo,
                bytes(PhotoUpload.of(form.contentType(), ByteBuffer.wrap(form.body()))
                        .photo()
                        .slice()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; Boundary=B",
                "multipart/form-data;BOUNDARY=\"B\"",
                "Multipart/Form-Data; x=y; boundary=B"
            })
    void boundary_isFound_howeverItsNameIsWritten(String contentType) {
        String body = "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nphoto\r\n--B--\r\n";
        PhotoUpload upload = PhotoUpload.of(contentType, ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII)));

        assertEquals("photo", new String(bytes(upload.photo().slice()), StandardCharsets.US_ASCII));
    }

    @Test
    void formOfManyParts_isRefusedForThat() {
        Form form = new Form().file("file", "a.jpg", noise(10));
        for (int i = 0; i < 150; i++) {
            form.field("f" + i, "x");
        }
        HttpErrorException refusal = assertThrows(
                HttpErrorException.class, () -> PhotoUpload.of(form.contentType(), ByteBuffer.wrap(form.body())));
        assertEquals(400, refusal.status().getCode());
        assertTrue(refusal.getMessage().contains("more than 100 parts"), refusal.getMessage());
    }

    @Test
    void partWithEndlessHeaders_isRefusedBeforeTheyAreKept() {
        String body = "--B\r\n" + "a: b\r\n".repeat(1_000_000) + "\r\nphoto\r\n--B--\r\n";
        HttpErrorException refusal = assertThrows(
                HttpErrorException.class,
                () -> PhotoUpload.of(
                        "multipart/form-data; boundary=B", ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII))));
        assertEquals(400, refusal.status().getCode());
        assertTrue(refusal.getMessage().contains("very long headers"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg",
                "iVBORw0KGgoAAAANSUhEUg",
                "/9j/4AAQSkZJRgABAQ",
                " \"R0lGODlhAQABAIAA"
            })
    void base64_isRecognized(String text) {
        HttpErrorException refusal = assertThrows(
                HttpErrorException.class,
                () -> PhotoUpload.of("image/png", ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
        assertEquals(415, refusal.status().getCode());
        assertTrue(refusal.getMessage().contains("Base64"), refusal.getMessage());
    }
}
