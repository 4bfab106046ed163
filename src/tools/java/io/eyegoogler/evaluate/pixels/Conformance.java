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
 * Sends picture files without a face to a running service, and compares each answer with the right pixels: {@code make
 * pixels FOLDER=dir}.
 *
 * <p>The folder holds an {@code INDEX.tsv} with a line for each file: its name, the least {@link Likeness} in dB that the
 * answer must have (0: only the size counts), and what the file is. The right pixels of {@code NAME} are in {@code
 * NAME.right.png}.
 */
public final class Conformance {

    private static final String OPTIONS = "/eyegoogler?format=png";

    private Conformance() {}

    /** @param args the folder */
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
                        outcome.text(),
                        sample.floor(),
                        sample.about());
                failed += outcome.passes() ? 0 : 1;
            }
            System.out.printf("%d of %d files come back right%n", samples.size() - failed, samples.size());
            return failed == 0;
        }
    }

    /** @param text how like the right pixels the answer is, or why there is none */
    private record Outcome(boolean passes, String text) {}

    private static Outcome outcome(ServerProcess server, Sample sample) throws IOException {
        HttpResponse<byte[]> answer = server.post(OPTIONS, sample.file()).join();
        if (answer.statusCode() != 200) {
            return new Outcome(false, answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(answer.body()));
        BufferedImage right = ImageIO.read(new ByteArrayInputStream(sample.right()));
        if (actual.getWidth() != right.getWidth() || actual.getHeight() != right.getHeight()) {
            return new Outcome(false, actual.getWidth() + "x" + actual.getHeight());
        }
        double likeness = Likeness.of(right, actual);
        return new Outcome(likeness >= sample.floor(), "%.1f".formatted(likeness));
    }
}
