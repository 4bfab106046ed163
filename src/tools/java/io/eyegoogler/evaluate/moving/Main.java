package io.eyegoogler.evaluate.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.Point;
import io.eyegoogler.cli.NativeLibraryCache;
import io.eyegoogler.detect.fused.DetectorsByMode;
import io.eyegoogler.evaluate.AnnotatedFace;
import io.eyegoogler.evaluate.AnnotatedPhoto;
import io.eyegoogler.evaluate.AnnotationException;
import io.eyegoogler.evaluate.AnnotationFile;
import io.eyegoogler.eyes.EyePainter;
import io.eyegoogler.eyes.StyleDrawing;
import io.eyegoogler.track.MultiFaceTracker;
import io.eyegoogler.track.RollingPupils;
import io.eyegoogler.track.TrackedFace;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;

/** The program: {@code make evaluate-moving}, or {@code make evaluate-moving PHOTOS=dir} for more people. */
public final class Main {

    private static final Path RESOURCES = Path.of("src/test/resources/photos");
    private static final Path OUTPUT = Path.of("target/evaluation-moving");
    /** The centers of the irises in the portrait, marked in it at eight times its size, px. */
    private static final Point RIGHT_EYE = new Point(204, 101);

    private static final Point LEFT_EYE = new Point(246.8, 103);

    private static final int MAX_PEOPLE = 10;
    private static final double MIN_EYE_DISTANCE = 38;
    private static final int SHEET_COLUMNS = 5;
    private static final int SHEET_FRAMES = 15;
    /** How often the cost is measured; the least is taken, since other programs take processors' caches. */
    private static final int ROUNDS = 8;

    private Main() {}

    public static void main(String[] args) throws IOException, AnnotationException {
        System.setProperty("java.awt.headless", "true");
        Locale.setDefault(Locale.ROOT);
        NativeLibraryCache.configure();
        Files.createDirectories(OUTPUT);
        Map<String, List<SceneScore>> byKind = new LinkedHashMap<>();
        try (DetectorsByMode detectors = DetectorsByMode.load(null)) {
            for (Scene scene : scenes(args)) {
                SceneScore score = run(scene, detectors, scene.name().contains("portrait"));
                byKind.computeIfAbsent(scene.kind(), kind -> new ArrayList<>()).add(score);
                if (Boolean.getBoolean("verbose")) {
                    System.out.println(line(scene.name(), List.of(score)));
                }
            }
            System.out.println(HEAD);
            byKind.forEach((kind, scores) -> System.out.println(line(kind, scores)));
            System.out.println(line(
                    "**all**", byKind.values().stream().flatMap(List::stream).toList()));
            System.out.println(cost(detectors));
        }
    }

    private static List<Scene> scenes(String[] args) throws IOException, AnnotationException {
        Scenes scenes = scenes();
        List<Person> people = new ArrayList<>();
        people.add(portrait());
        people.add(people.get(0).disguised());
        if (args.length > 0) {
            people.addAll(people(Path.of(args[0])));
        }
        List<Scene> all = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            all.addAll(scenes.of(people.get(i), i));
            if (i > 0) {
                all.addAll(scenes.of(people.get(i - 1), people.get(i), i));
            }
        }
        all.addAll(scenes.empty());
        return all;
    }

    /** Returns the scenes before the project's pictures without faces. */
    static Scenes scenes() throws IOException {
        return new Scenes(List.of(read("brick.png"), read("coffee.png"), read("rocket.jpg")));
    }

    /** Returns the person in the project's portrait. */
    static Person portrait() throws IOException {
        return Person.of("portrait", read("astronaut.png"), RIGHT_EYE, LEFT_EYE);
    }

    private static BufferedImage read(String name) throws IOException {
        return ImageIO.read(RESOURCES.resolve(name).toFile());
    }

    private static List<Person> people(Path directory) throws IOException, AnnotationException {
        List<Person> people = new ArrayList<>();
        for (AnnotatedPhoto photo : AnnotationFile.read(directory).photos()) {
            for (AnnotatedFace face : photo.faces()) {
                if (face.ignored() || face.eyes().size() < 2 || people.size() >= MAX_PEOPLE) {
                    continue;
                }
                Point one = face.eyes().get(0);
                Point two = face.eyes().get(1);
                if (one.distanceTo(two) >= MIN_EYE_DISTANCE && !photo.name().contains("astronaut")) {
                    BufferedImage image =
                            ImageIO.read(directory.resolve(photo.name()).toFile());
                    people.add(
                            one.x() < two.x()
                                    ? Person.of(photo.name(), image, one, two)
                                    : Person.of(photo.name(), image, two, one));
                    break;
                }
            }
        }
        return people;
    }

    /** Tracks the faces of {@code scene}. */
    static SceneScore run(Scene scene, DetectorsByMode detectors, boolean sheet) throws IOException {
        MultiFaceTracker tracker = new MultiFaceTracker(detectors.of(DetectionMode.BALANCED), detectors.nearby());
        RollingPupils pupils = new RollingPupils(GooglyOptions.DEFAULT, 1);
        SceneScore score = new SceneScore();
        List<BufferedImage> drawn = new ArrayList<>();
        for (int i = 0; i < scene.frames(); i++) {
            Scene.Frame frame = scene.frame(i);
            double seconds = i * Scene.INTERVAL;
            List<TrackedFace> faces = tracker.next(frame.image(), seconds, Cancellation.NEVER);
            score.add(frame.truth(), faces, scene.people().size());
            if (sheet) {
                EyePainter.paint(
                        pupils.next(faces, seconds),
                        StyleDrawing.of(EyeStyle.CLASSIC),
                        frame.image(),
                        Cancellation.NEVER);
                drawn.add(frame.image());
            }
        }
        if (sheet) {
            write(drawn, scene.name());
        }
        return score;
    }

    private static void write(List<BufferedImage> frames, String name) throws IOException {
        int width = Scenes.WIDTH / 2;
        int height = Scenes.HEIGHT / 2;
        int rows = SHEET_FRAMES / SHEET_COLUMNS;
        BufferedImage sheet = new BufferedImage(SHEET_COLUMNS * width, rows * height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < SHEET_FRAMES; i++) {
            BufferedImage frame = frames.get(i * (frames.size() - 1) / (SHEET_FRAMES - 1));
            graphics.drawImage(frame, i % SHEET_COLUMNS * width, i / SHEET_COLUMNS * height, width, height, null);
        }
        graphics.dispose();
        File file = OUTPUT.resolve(name.replaceAll("[^a-z]+", "-") + ".png").toFile();
        ImageIO.write(sheet, "png", file);
    }

    private static final String HEAD = "| scene | found | median eye error | p95 | movement, px | swaps | new numbers "
            + "| flickers | late | lingering | on nothing |\n|---|---|---|---|---|---|---|---|---|---|---|";

    private static String line(String name, List<SceneScore> scores) {
        List<Double> errors = scores.stream()
                .flatMap(score -> score.errors().stream())
                .sorted()
                .toList();
        double median = errors.isEmpty() ? 0 : errors.get(errors.size() / 2);
        double p95 = errors.isEmpty() ? 0 : errors.get(errors.size() * 95 / 100);
        return String.format(
                "| %s | %.4f | %.3f | %.3f | %.2f | %d | %d | %d | %d | %d | %d |",
                name,
                scores.stream().mapToDouble(SceneScore::found).average().orElse(1),
                median,
                p95,
                name.startsWith("still")
                        ? scores.stream()
                                .mapToDouble(SceneScore::movement)
                                .max()
                                .orElse(0)
                        : 0,
                scores.stream().mapToInt(SceneScore::swaps).sum(),
                scores.stream().mapToInt(SceneScore::newIds).sum(),
                scores.stream().mapToInt(SceneScore::flickers).sum(),
                scores.stream().mapToInt(SceneScore::appearLatency).max().orElse(0),
                scores.stream().mapToInt(SceneScore::vanishLatency).max().orElse(0),
                scores.stream().mapToInt(SceneScore::onNothing).sum());
    }

    /** Measures the processor time that all threads take for a frame with one face. */
    private static String cost(DetectorsByMode detectors) throws IOException {
        Person person = portrait();
        Scenes scenes = new Scenes(List.of(read("coffee.png")));
        List<BufferedImage> frames = new ArrayList<>();
        Scene scene = scenes.of(person, 0).get(1);
        for (int i = 0; i < scene.frames(); i++) {
            frames.add(scene.frame(i).image());
        }
        double[] least = new double[frames.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            MultiFaceTracker tracker = new MultiFaceTracker(detectors.of(DetectionMode.BALANCED), detectors.nearby());
            for (int i = 0; i < frames.size(); i++) {
                long before = cpuTime();
                tracker.next(frames.get(i), i * Scene.INTERVAL, Cancellation.NEVER);
                least[i] = Math.min(least[i], (cpuTime() - before) / 1e6);
            }
        }
        Map<String, Double> means = IntStream.range(0, frames.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        Main::kindOfFrame, TreeMap::new, Collectors.averagingDouble(i -> least[i])));
        StringBuilder text = new StringBuilder("Processor time of a frame of 640 x 480 px with one face, least of ")
                .append(ROUNDS)
                .append(" runs:");
        means.forEach((kind, time) -> text.append(String.format("%n%s: %.1f ms", kind, time)));
        return text.toString();
    }

    private static String kindOfFrame(int index) {
        int sinceFull = index % MultiFaceTracker.FULL_INTERVAL;
        return sinceFull == 0 ? "full look" : sinceFull % 2 == 0 ? "with a look for new faces" : "known faces only";
    }

    private static long cpuTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(time -> time > 0)
                .sum();
    }
}
