package io.eyegoogler.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decoders by others make of the files: apt-get install libjpeg-turbo-progs imagemagick. */
class OtherDecodersTest {
    /** Noise, whose colours lose half their resolution, comes out at about 12 dB from any encoder. */
    private static final double LEAST_DB = 10;

    @TempDir
    private Path folder;

    @Test
    void djpeg_readsEveryPicture() throws IOException, InterruptedException {
        String djpeg = Programs.installed("libjpeg-turbo-progs", "djpeg");
        for (BufferedImage image : images()) {
            assertSeen(image, run(List.of(djpeg, "-ppm", write(image).toString())));
        }
    }

    @Test
    void imageMagick_readsEveryPicture() throws IOException, InterruptedException {
        String convert = Programs.installed("imagemagick", "magick", "convert-im6.q16", "convert-im6.q16hdri");
        for (BufferedImage image : images()) {
            assertSeen(image, run(List.of(convert, write(image).toString(), "-depth", "8", "ppm:-")));
        }
    }

    private static List<BufferedImage> images() {
        Random random = new Random(41);
        List<BufferedImage> images = new ArrayList<>();
        images.add(Jpegs.bgr(Photos.portrait()));
        images.add(Jpegs.noise(1, 1, random));
        images.add(Jpegs.noise(2500, 70, random));
        images.add(Jpegs.noise(17, 1500, random));
        images.add(Jpegs.drawing(1001, 1777, random));
        return images;
    }

    /** A binary PPM ends with its pixels, red, green, blue. */
    private static void assertSeen(BufferedImage image, byte[] ppm) {
        BufferedImage seen = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        int at = ppm.length - 3 * image.getWidth() * image.getHeight();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++, at += 3) {
                seen.setRGB(x, y, (ppm[at] & 0xff) << 16 | (ppm[at + 1] & 0xff) << 8 | ppm[at + 2] & 0xff);
            }
        }
        double likeness = Jpegs.psnr(image, seen);
        assertTrue(likeness > LEAST_DB, image + ": " + likeness + " dB");
    }

    private Path write(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JpegEncoder.encode(image, bytes, new ThreadAllowance(2, ForkJoinPool.commonPool()));
        return Files.write(Files.createTempFile(folder, "", ".jpg"), bytes.toByteArray());
    }

    /** A decoder that complains, if only with a warning, fails the test. */
    private byte[] run(List<String> command) throws IOException, InterruptedException {
        File complaints = folder.resolve("complaints").toFile();
        Process process = new ProcessBuilder(command).redirectError(complaints).start();
        byte[] output = process.getInputStream().readAllBytes();
        process.waitFor();
        assertEquals("", Files.readString(complaints.toPath()), String.join(" ", command));
        assertEquals(0, process.exitValue(), String.join(" ", command));
        return output;
    }
}
