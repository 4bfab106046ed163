package io.eyegoogler.evaluate.pixels;

import io.eyegoogler.testing.ServerProcess;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Sends image files without faces to a running service, and compares each answer with reference pixels: {@code make
 * pixels FOLDER=dir}.
 *
 * <p>The folder has an {@code INDEX.tsv} with a line for each file: its name, the {@link PsnrMetric} in dB that the
 * answer must reach (0: only the size counts), and a description. The reference pixels of {@code NAME} are in {@code
 * NAME.right.png}.
 */
public final class Conformance {

    private static final String OPTIONS = "/eyegoogler?format=png";

    private Conformance() {}

    /**
     * Checks all files of a folder. Exits with status 1 if any fails.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        System.exit(allPass(Path.of(args[0])) ? 0 : 1);
    }

    private static boolean allPass(Path folder) throws IOException {
        List<Sample> samples = Sample.all(folder);
        Path work = Files.createTempDirectory("pixels");
        List<String> options = List.of("-Djava.awt.headless=true", "-Xmx1600m");
        try (ServerProcess server = new ServerProcess(work, options, Map.of("EYEGOOGLER_DETECTION", "fast"))) {
            int failed = 0;
            for (Sample sample : samples) {
                Outcome outcome = outcome(server, sample);
                System.out.printf(
                        "%-4s %-44s %8s %4.0f  %s%n",
                        outcome.passes() ? "ok" : "FAIL",
                        sample.name(),
                        outcome.detail(),
                        sample.minPsnr(),
                        sample.description());
                failed += outcome.passes() ? 0 : 1;
            }
            System.out.printf("%d of %d files have the right pixels%n", samples.size() - failed, samples.size());
            return failed == 0;
        }
    }

    /**
     * The result of a comparison.
     *
     * @param detail the PSNR, or what is wrong
     */
    private record Outcome(boolean passes, String detail) {}

    private static Outcome outcome(ServerProcess server, Sample sample) throws IOException {
        HttpResponse<byte[]> response = server.post(OPTIONS, sample.file()).join();
        if (response.statusCode() != 200) {
            return new Outcome(
                    false, response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(response.body()));
        BufferedImage reference = ImageIO.read(new ByteArrayInputStream(sample.reference()));
        if (actual.getWidth() != reference.getWidth() || actual.getHeight() != reference.getHeight()) {
            return new Outcome(false, actual.getWidth() + "x" + actual.getHeight());
        }
        double psnr = PsnrMetric.of(reference, actual);
        return new Outcome(psnr >= sample.minPsnr(), "%.1f".formatted(psnr));
    }
}
