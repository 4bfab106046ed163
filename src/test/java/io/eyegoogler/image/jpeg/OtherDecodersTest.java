package io.eyegoogler.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decodes files by other programs, where installed: apt-get install libjpeg-turbo-progs imagemagick. */
class OtherDecodersTest {
    @TempDir
    private Path folder;

    /** A picture, and the least PSNR of what a decoder makes of its JPEG, dB. */
    private record Example(BufferedImage image, double minDb) {}

    @Test
    void djpeg_readsEveryPicture() throws IOException, InterruptedException {
        String djpeg = Programs.installed("libjpeg-turbo-progs", "djpeg");
        for (Example example : examples()) {
            assertLike(example, run(List.of(djpeg, "-ppm", write(example).toString())));
        }
    }

    @Test
    void imageMagick_readsEveryPicture() throws IOException, InterruptedException {
        String convert = Programs.installed("imagemagick", "magick", "convert-im6.q16", "convert-im6.q16hdri");
        for (Example example : examples()) {
            assertLike(example, run(List.of(convert, write(example).toString(), "-depth", "8", "ppm:-")));
        }
    }

    private static List<Example> examples() {
        Random random = new Random(41);
        return List.of(
                new Example(Jpegs.bgr(Photos.portrait()), 37),
                new Example(Jpegs.drawing(1001, 1777, random), 37),
                new Example(Jpegs.noise(1, 1, random), 45),
                // Noise loses half the resolution of its colors.
                new Example(Jpegs.noise(2500, 70, random), 12.5),
                new Example(Jpegs.noise(17, 1500, random), 12.5));
    }

    /** A binary PPM ends with its pixels, red, green, blue. */
    private static void assertLike(Example example, byte[] ppm) {
        BufferedImage image = example.image;
        BufferedImage seen = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        int at = ppm.length - 3 * image.getWidth() * image.getHeight();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++, at += 3) {
                seen.setRGB(x, y, (ppm[at] & 0xff) << 16 | (ppm[at + 1] & 0xff) << 8 | ppm[at + 2] & 0xff);
            }
        }
        double db = Jpegs.psnr(image, seen);
        assertTrue(db > example.minDb, image + ": " + db + " dB");
    }

    private Path write(Example example) throws IOException {
        Path file = Files.createTempFile(folder, "", ".jpg");
        try (OutputStream out = Files.newOutputStream(file)) {
            JpegEncoder.encode(example.image, out, new ThreadAllowance(2, ForkJoinPool.commonPool()));
        }
        return file;
    }

    /** A decoder that reports anything, even a warning, fails the test. */
    private byte[] run(List<String> command) throws IOException, InterruptedException {
        File errors = folder.resolve("errors").toFile();
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        assertEquals("", Files.readString(errors.toPath()), String.join(" ", command));
        assertEquals(0, process.exitValue(), String.join(" ", command));
        return output;
    }
}
