package io.eyegoogler.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    /** NIST's own example, FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void file_withTheExpectedSha256_isRead(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("model.tflite"), "abc");
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, SourceFile.read(file, SHA256_OF_ABC));
    }

    @Test
    void file_withAnotherSha256_isRefusedWithFileActualAndExpected(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("model.tflite"), "abc");
        String expected = "f".repeat(64);
        var e = assertThrows(ConversionException.class, () -> SourceFile.read(file, expected));
        assertEquals(file + ": SHA-256 is " + SHA256_OF_ABC + ", expected " + expected, e.getMessage());
    }
}
