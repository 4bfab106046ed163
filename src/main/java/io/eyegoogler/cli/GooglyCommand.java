package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.options.OptionParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

/** Processes files, without a server. */
@Command(
        name = "googly",
        mixinStandardHelpOptions = true,
        description = "Put googly eyes on the people in photos: photo.jpg becomes DIR/photo-googly.png.")
public final class GooglyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Photos; several are processed at once.")
    private List<Path> photos;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Directory for the results (default: the current directory).")
    private Path output;

    @Option(
            names = "--size",
            paramLabel = "FACTOR",
            description = "Size of the eyes, a factor from 0.25 to 3 (default 1).")
    private String size;

    @Option(
            names = "--gaze",
            paramLabel = "GAZE",
            description =
                    "Where the eyes look: random, left, right, up, down, cross (at each other), meet (at the nearest"
                            + " other face), degrees (0 = right, 90 = up), or a point X,Y"
                            + " (default random).")
    private String gaze;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            completionCandidates = StyleCandidates.class,
            description = "Style of the eyes: ${COMPLETION-CANDIDATES} (default classic).")
    private String style;

    @Option(
            names = "--eye",
            paramLabel = "FILE",
            description = "Picture of an eye, a PNG of at most 1 MP, instead of a style.")
    private Path eye;

    @Option(
            names = "--pupil",
            paramLabel = "FILE",
            description =
                    "Picture of the pupil of --eye, likewise; it moves as far as its visible part stays in the eye.")
    private Path pupil;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Use the same seed to reproduce the same eyes.")
    private String seed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the results: png, jpeg, gif or apng (default png).")
    private String format;

    @Option(
            names = "--overwrite",
            description = "Replace existing files; otherwise the next free name is used, e.g. photo-googly-2.png.")
    private boolean overwrite;

    @Mixin
    private DetectorOptions detector;

    @Override
    public Integer call() throws InterruptedException {
        Logging.configure(LogFormat.text);
        PhotoReader.keepOffDisk();
        GooglyOptions options = options();
        createOutput();
        Map<Path, ResultFileName> names = names(options);
        AtomicInteger succeeded = new AtomicInteger();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (EyeGoogler googler =
                        NativeLibrary.load(detector.config(), spec.commandLine().getErr()::println);
                AtomicFileWriter results = new AtomicFileWriter(overwrite)) {
            ProgressBar progress = new ProgressBar(
                    names.size(), Terminal.isStandardError(), spec.commandLine().getErr());
            FileProcessor processor = new FileProcessor(googler, options, results, progress);
            names.forEach((photo, name) -> workers.execute(() -> {
                if (processor.process(photo, name)) {
                    succeeded.incrementAndGet();
                }
                progress.advance();
            }));
            workers.shutdown();
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            progress.close();
        }
        // The writer around this stream does not report that it is closed or full.
        boolean ok = succeeded.get() == names.size() && !System.err.checkError();
        return (ok ? ExitStatus.OK : ExitStatus.FAILED).code();
    }

    private void createOutput() {
        try {
            Files.createDirectories(output);
        } catch (IOException failure) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Cannot create output directory " + output + ": " + IoErrors.reason(failure),
                    failure);
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
            GooglyOptions options = OptionParser.parse(given::get, GooglyOptions.DEFAULT);
            return OwnEye.read(eye, pupil, style).map(options::withEye).orElse(options);
        } catch (InvalidOptionException | PhotoRejectedException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }

    /**
     * Chooses names that differ from each other, from the given photos, and, unless overwriting, from existing files.
     */
    private Map<Path, ResultFileName> names(GooglyOptions options) {
        Map<Path, ResultFileName> names = new LinkedHashMap<>();
        Set<Path> taken = new HashSet<>();
        photos.forEach(photo -> taken.add(real(photo)));
        for (Path photo : new LinkedHashSet<>(photos)) {
            ResultFileName name =
                    ResultFileName.of(photo, output, options.format().extension());
            while (exists(name.path()) && !overwrite || !taken.add(real(name.path()))) {
                name = name.next();
            }
            names.put(photo, name);
        }
        return names;
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }
}
