package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Requirements;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Odd, broken and dangerous files over real HTTP: those of a folder named by EYEGOOGLER_HOSTILE, which has an INDEX.tsv
 * with a line for each: file, source, licence, what is odd, what is expected, width, height, faces.
 */
@Tag("verify")
class HostileFilesTest {

    private static final Duration MAX_TIME = Duration.ofSeconds(10);
    /** A TIFF with LZMA isn't read; and a stored picture of 88 × 590 whose tag says 6 is 590 × 88 upright. */
    private static final Set<String> OTHERWISE = Set.of("pillow/hopper_lzma.tif", "pillow/g4_orientation_6.tif");

    private record Hostile(String file, String expected, String width, String height, String faces) {

        static Hostile of(String line) {
            String[] fields = line.split("\t", -1);
            return new Hostile(fields[0], fields[4], fields[5], fields[6], fields[7].strip());
        }

        /** Whether the file must be answered with a picture; others may be. */
        boolean mustDecode() {
            return expected.matches("decode(, .*|; .*| if (TIFF|BMP|GIF|WEBP|WebP|MPO) (is )?supported.*| by content|"
                            + " as upright| \\(needs.*)?")
                    && !expected.contains("4xx");
        }

        boolean mustNotDecode() {
            return expected.startsWith("reject") && !expected.contains("decode");
        }
    }

    private record Answer(Hostile hostile, HttpResponse<byte[]> response, Duration time) {}

    @Test
    void hostileFiles_areAnsweredAsTheContractSays_andTheServiceLives() throws IOException {
        Path folder = Requirements.folder("EYEGOOGLER_HOSTILE");
        List<Hostile> files = Files.readAllLines(folder.resolve("INDEX.tsv")).stream()
                .skip(1)
                .map(Hostile::of)
                .toList();
        List<String> faults = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        resetPeakHeap();
        try (Service service = Service.start()) {
            for (Hostile hostile : files) {
                byte[] file = Files.readAllBytes(folder.resolve(hostile.file()));
                long start = System.nanoTime();
                HttpResponse<byte[]> response = service.upload("/eyegoogler", file);
                Answer answer = new Answer(hostile, response, Duration.ofNanos(System.nanoTime() - start));
                answers.add(answer);
                faults(answer).forEach(fault -> faults.add(hostile.file() + " (" + hostile.expected() + "): " + fault));
            }
            report(answers);
            assertEquals("1", Service.header(service.upload("/eyegoogler", Photos.PORTRAIT), "X-Faces"));
        }
        assertTrue(files.size() > 200, "Only " + files.size() + " files");
        assertEquals("", String.join("\n", faults));
    }

    private static List<String> faults(Answer answer) {
        List<String> faults = new ArrayList<>();
        Hostile hostile = answer.hostile();
        int status = answer.response().statusCode();
        if (answer.time().compareTo(MAX_TIME) > 0) {
            faults.add("took " + answer.time());
        }
        if (status != 200) {
            if (!List.of(400, 413, 415, 422).contains(status)) {
                faults.add("status " + status);
            }
            if (hostile.mustDecode() && !OTHERWISE.contains(hostile.file())) {
                faults.add("not decoded: " + Service.text(answer.response()));
            }
            return faults;
        }
        if (hostile.mustNotDecode()) {
            faults.add("decoded");
        }
        BufferedImage image = Photos.decode(answer.response().body());
        String size = image.getWidth() + " × " + image.getHeight();
        boolean otherSize = hostile.expected().contains("decode 1x1") || OTHERWISE.contains(hostile.file());
        if (!hostile.width().isBlank() && !otherSize && !size.equals(hostile.width() + " × " + hostile.height())) {
            faults.add("is " + size + ", not " + hostile.width() + " × " + hostile.height());
        }
        String faces = Service.header(answer.response(), "X-Faces");
        if (hostile.faces().matches("[01]") && !faces.equals(hostile.faces())) {
            faults.add(faces + " faces, not " + hostile.faces());
        }
        return faults;
    }

    private static void resetPeakHeap() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void report(List<Answer> answers) {
        Map<String, Long> kinds = new TreeMap<>(answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.hostile().file().split("/")[0] + " "
                                + answer.response().statusCode(),
                        Collectors.counting())));
        Answer slowest =
                answers.stream().max((a, b) -> a.time().compareTo(b.time())).orElseThrow();
        System.out.printf(
                "Hostile files: %d answered, by folder and status %s; slowest %d ms (%s); peak heap at most %d MB%n",
                answers.size(),
                kinds,
                slowest.time().toMillis(),
                slowest.hostile().file(),
                peakHeap() >> 20);
    }
}
