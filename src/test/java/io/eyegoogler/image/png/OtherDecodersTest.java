package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Programs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decodes files by other programs, where installed: apt-get install pngcheck imagemagick netpbm. */
class OtherDecodersTest {
    @TempDir
    private Path folder;

    @Test
    void pngcheck_findsNoFault() throws IOException {
        String pngcheck = Programs.installed("pngcheck", "pngcheck");
        List<String> command = new ArrayList<>(List.of(pngcheck, "-v"));
        for (BufferedImage image : images()) {
            command.add(write(image).toString());
        }
        String report = new String(Programs.run(command));

        long faultless = report.lines()
                .filter(line -> line.startsWith("No errors detected"))
                .count();
        assertEquals(command.size() - 2, faultless, report);
    }

    @Test
    void imageMagick_readsTheSamePixels() throws IOException {
        String convert = Programs.installed("imagemagick", "magick", "convert-im6.q16", "convert-im6.q16hdri");
        for (BufferedImage image : images()) {
            byte[] rgba = Programs.run(List.of(convert, write(image).toString(), "-depth", "8", "rgba:-"));

            assertArrayEquals(samples(image, 4), rgba, image.toString());
        }
    }

    /** pngtopnm is libpng's example of a reader; it ignores alpha. */
    @Test
    void pngtopnm_readsTheSamePixels() throws IOException {
        String pngtopnm = Programs.installed("netpbm", "pngtopnm");
        for (BufferedImage image : images()) {
            byte[] ppm = Programs.run(List.of(pngtopnm, write(image).toString()));
            byte[] rgb = samples(image, 3);

            assertArrayEquals(rgb, Arrays.copyOfRange(ppm, ppm.length - rgb.length, ppm.length), image.toString());
        }
    }

    private static List<BufferedImage> images() {
        List<BufferedImage> images = new ArrayList<>();
        Random random = new Random(22);
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR}) {
            images.add(Pictures.patches(new BufferedImage(37, 29, type), random));
            images.add(Pictures.noise(new BufferedImage(1, 1, type), random));
        }
        images.add(Pictures.photo(900, 700, 23));
        images.addAll(Pictures.drawings(300, 200).values());
        return images;
    }

    private Path write(BufferedImage image) throws IOException {
        Path file = Files.createTempFile(folder, "", ".png");
        try (OutputStream out = Files.newOutputStream(file)) {
            PngEncoder.encode(image, out, new ThreadAllowance(2, ForkJoinPool.commonPool()));
        }
        return file;
    }

    /** Red, green, blue and, if asked for, alpha of each pixel. */
    private static byte[] samples(BufferedImage image, int perPixel) {
        byte[] samples = new byte[perPixel * image.getWidth() * image.getHeight()];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / perPixel;
            int argb = image.getRGB(pixel % image.getWidth(), pixel / image.getWidth());
            samples[i] = (byte) (argb >> (i % perPixel == 3 ? 24 : 16 - 8 * (i % perPixel)));
        }
        return samples;
    }
}
