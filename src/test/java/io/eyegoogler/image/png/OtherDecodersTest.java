package io.eyegoogler.image.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eyegoogler.image.strips.ThreadAllowance;
import io.eyegoogler.testing.Programs;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decoders by others make of the files, where installed: apt-get install pngcheck imagemagick netpbm. */
class OtherDecodersTest {
    @TempDir
    private Path folder;

    @Test
    void pngcheck_findsNoFault() throws IOException, InterruptedException {
        String pngcheck = Programs.installed("pngcheck", "pngcheck");
        List<String> command = new ArrayList<>(List.of(pngcheck, "-v"));
        for (BufferedImage image : images()) {
            command.add(write(image).toString());
        }
        String report = new String(run(command));

        long faultless = report.lines()
                .filter(line -> line.startsWith("No errors detected"))
                .count();
        assertEquals(command.size() - 2, faultless, report);
    }

    @Test
    void imageMagick_readsTheSamePixels() throws IOException, InterruptedException {
        String convert = Programs.installed("imagemagick", "magick", "convert-im6.q16", "convert-im6.q16hdri");
        for (BufferedImage image : images()) {
            byte[] pixels = run(List.of(convert, write(image).toString(), "-depth", "16", "-endian", "MSB", "rgba:-"));

            assertArrayEquals(rgba16(image), pixels, image.toString());
        }
    }

    /** pngtopnm is libpng's example of a reader; it leaves alpha out, and grey is a PGM. */
    @Test
    void pngtopnm_readsTheSamePixels() throws IOException, InterruptedException {
        String pngtopnm = Programs.installed("netpbm", "pngtopnm");
        for (BufferedImage image : images()) {
            if (image.getRaster().getNumBands() == 3 && image.getSampleModel().getSampleSize(0) == Byte.SIZE) {
                byte[] ppm = run(List.of(pngtopnm, write(image).toString()));
                int[] samples = samples(image);
                byte[] pixels = Arrays.copyOfRange(ppm, ppm.length - samples.length, ppm.length);
                byte[] expected = new byte[samples.length];
                for (int i = 0; i < samples.length; i++) {
                    expected[i] = (byte) samples[i];
                }
                assertArrayEquals(expected, pixels, image.toString());
            }
        }
    }

    private static List<BufferedImage> images() {
        List<BufferedImage> images = new ArrayList<>();
        Random random = new Random(22);
        for (Layout layout : Layout.values()) {
            images.add(Pictures.patches(layout.create(37, 29), random));
            images.add(Pictures.noise(layout.create(1, 1), random));
        }
        images.forEach(Layout::keepWithinPalette);
        images.add(Pictures.photo(900, 700, 23));
        images.addAll(Pictures.drawn(300, 200).values());
        return images;
    }

    private Path write(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngEncoder.encode(image, bytes, new ThreadAllowance(2, ForkJoinPool.commonPool()));
        return Files.write(Files.createTempFile(folder, "", ".png"), bytes.toByteArray());
    }

    /** Every pixel as four samples of 16 bits. */
    private static byte[] rgba16(BufferedImage image) {
        int bands = image.getRaster().getNumBands();
        int[] samples = samples(image);
        int scale = image.getSampleModel().getSampleSize(0) == Short.SIZE ? 1 : 257;
        ByteBuffer rgba = ByteBuffer.allocate(8 * samples.length / bands);
        for (int i = 0; i < samples.length; i += bands) {
            if (image.getColorModel() instanceof IndexColorModel palette) {
                int argb = palette.getRGB(samples[i]);
                for (int shift : new int[] {16, 8, 0, 24}) {
                    rgba.putShort((short) ((argb >>> shift & 0xff) * 257));
                }
                continue;
            }
            for (int band = 0; band < 3; band++) {
                rgba.putShort((short) (samples[bands < 3 ? i : i + band] * scale));
            }
            rgba.putShort((short) (bands % 2 == 0 ? samples[i + bands - 1] * scale : 0xffff));
        }
        return rgba.array();
    }

    private static int[] samples(BufferedImage image) {
        Raster raster = image.getRaster();
        return raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static byte[] run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), String.join(" ", command) + "\n" + new String(output));
        return output;
    }
}
