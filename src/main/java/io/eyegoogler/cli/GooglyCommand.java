package io.eyegoogler.cli;

import io.eyegoogler.BadOption;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.image.PhotoRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on files, without a server. */
@Command(
        name = "googly",
        mixinStandardHelpOptions = true,
        description = "Give the people in photos googly eyes; photo.jpg becomes DIR/photo-googly.png.")
public final class GooglyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Photos, several at once.")
    private List<Path> photos;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the results go (the current directory).")
    private Path output;

    @Option(names = "--size", paramLabel = "FACTOR", description = "0.25 to 3, a factor on the eyes' size (1).")
    private String size;

    @Option(
            names = "--gaze",
            paramLabel = "GAZE",
            description = "random, left, right, up, down, cross, or degrees, 0 = right, 90 = up (random).")
    private String gaze;

    @Option(names = "--style", paramLabel = "STYLE", description = "How the eyes look (classic).")
    private String style;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The same seed brings the same eyes again.")
    private String seed;

    @Option(names = "--format", paramLabel = "FORMAT", description = "png or jpeg (png).")
    private String format;

    @Mixin
    private SharedSettings shared;

    @Override
    public Integer call() throws InterruptedException, IOException {
        GooglyOptions options = options();
        Map<Path, Path> results = results(options);
        Files.createDirectories(output);
        Progress progress = new Progress(
                results.size(), System.console() != null, spec.commandLine().getErr());
        AtomicInteger failed = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (EyeGoogler googler = EyeGoogler.load(shared.settings())) {
            results.forEach((photo, result) -> workers.execute(() -> {
                if (!work(googler, photo, result, options, progress)) {
                    failed.incrementAndGet();
                }
                progress.advance();
            }));
            workers.shutdown();
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
        progress.close();
        return (failed.get() == 0 ? ExitStatus.OK : ExitStatus.FAILED).code();
    }

    private GooglyOptions options() {
        Map<String, String> given = new HashMap<>();
        given.put("size", size);
        given.put("gaze", gaze);
        given.put("style", style);
        given.put("seed", seed);
        given.put("format", format);
        try {
            return GooglyOptions.DEFAULT.with(given::get);
        } catch (BadOption bad) {
            throw new ParameterException(spec.commandLine(), bad.getMessage(), bad);
        }
    }

    /** Photos of one name from several directories must not write over each other's result. */
    private Map<Path, Path> results(GooglyOptions options) {
        Map<Path, Path> results = new LinkedHashMap<>();
        Set<Path> taken = new HashSet<>();
        for (Path photo : photos) {
            String stem = photo.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-googly";
            String extension = "." + options.format().extension();
            Path result = output.resolve(stem + extension);
            for (int i = 2; !taken.add(result); i++) {
                result = output.resolve(stem + "-" + i + extension);
            }
            results.put(photo, result);
        }
        return results;
    }

    private static boolean work(
            EyeGoogler googler, Path photo, Path result, GooglyOptions options, Progress progress) {
        try {
            GooglyPhoto googly = googler.googly(Files.readAllBytes(photo), options);
            Files.write(result, googly.file());
            progress.println(photo + " -> " + result + " (" + faces(googly.faces().size()) + ")");
            return true;
        } catch (PhotoRejected rejected) {
            progress.println(photo + ": " + rejected.getMessage());
        } catch (NoSuchFileException missing) {
            progress.println(photo + ": There is no such file.");
        } catch (IOException | OutOfMemoryError | RuntimeException failure) {
            progress.println(photo + ": " + failure);
        }
        return false;
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }
}
