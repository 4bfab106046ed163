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
import java.util.LinkedHashSet;
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

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            completionCandidates = StyleNames.class,
            description = "How the eyes look: ${COMPLETION-CANDIDATES} (classic).")
    private String style;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The same seed brings the same eyes again.")
    private String seed;

    @Option(names = "--format", paramLabel = "FORMAT", description = "png, jpeg, gif or apng (png).")
    private String format;

    @Mixin
    private SharedSettings shared;

    @Override
    public Integer call() throws InterruptedException {
        Logging.configure(LogFormat.text);
        GooglyOptions options = options();
        createOutput();
        Map<Path, Path> results = results(options);
        Progress progress =
                new Progress(results.size(), Terminal.isStandardError(), spec.commandLine().getErr());
        AtomicInteger succeeded = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (EyeGoogler googler = EyeGoogler.load(shared.settings())) {
            results.forEach((photo, result) -> workers.execute(() -> {
                if (work(googler, photo, result, options, progress)) {
                    succeeded.incrementAndGet();
                }
                progress.advance();
            }));
            workers.shutdown();
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
        progress.close();
        return (succeeded.get() == results.size() ? ExitStatus.OK : ExitStatus.FAILED).code();
    }

    private void createOutput() {
        try {
            Files.createDirectories(output);
        } catch (IOException impossible) {
            throw new ParameterException(
                    spec.commandLine(), "The folder " + output + " can't be made for the results", impossible);
        }
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

    /** No result is written over another's, nor over a photo that is given. */
    private Map<Path, Path> results(GooglyOptions options) {
        Map<Path, Path> results = new LinkedHashMap<>();
        Set<Path> taken = new HashSet<>();
        photos.forEach(photo -> taken.add(normal(photo)));
        for (Path photo : new LinkedHashSet<>(photos)) {
            Path name = photo.getFileName();
            String stem = name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
            String extension = "." + options.format().extension();
            Path result = output.resolve(stem + "-googly" + extension);
            for (int i = 2; !taken.add(normal(result)); i++) {
                result = output.resolve(stem + "-googly-" + i + extension);
            }
            results.put(photo, result);
        }
        return results;
    }

    private static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
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
        } catch (IOException | RuntimeException | VirtualMachineError failure) {
            progress.println(photo + ": " + failure);
        }
        return false;
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }
}
