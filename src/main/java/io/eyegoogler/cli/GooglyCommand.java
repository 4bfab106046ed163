package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.options.OptionParser;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
            completionCandidates = StyleCandidates.class,
            description = "How the eyes look: ${COMPLETION-CANDIDATES} (classic).")
    private String style;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The same seed brings the same eyes again.")
    private String seed;

    @Option(names = "--format", paramLabel = "FORMAT", description = "png, jpeg, gif or apng (png).")
    private String format;

    @Option(
            names = "--overwrite",
            description = "Replace files that are there; else the next free name is taken, photo-googly-2.png.")
    private boolean overwrite;

    @Mixin
    private DetectorOptions shared;

    @Override
    public Integer call() throws InterruptedException {
        LoggingSetup.configure(LogFormat.text);
        PhotoReader.keepOffDisk();
        GooglyOptions options = options();
        createOutput();
        Map<Path, ResultFileName> names = names(options);
        ProgressBar progress = new ProgressBar(
                names.size(), Terminal.isStandardError(), spec.commandLine().getErr());
        AtomicInteger succeeded = new AtomicInteger();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (EyeGoogler googler = EyeGoogler.load(shared.settings());
                AtomicFileWriter results = new AtomicFileWriter(overwrite)) {
            names.forEach((photo, name) -> workers.execute(() -> {
                if (work(googler, photo, name, options, results, progress)) {
                    succeeded.incrementAndGet();
                }
                progress.advance();
            }));
            workers.shutdown();
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
        progress.close();
        // The stream, since the writer around it doesn't pass on that it is closed or full.
        boolean ok = succeeded.get() == names.size() && !System.err.checkError();
        return (ok ? ExitStatus.OK : ExitStatus.FAILED).code();
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
            return OptionParser.parse(given::get, GooglyOptions.DEFAULT);
        } catch (InvalidOptionException bad) {
            throw new ParameterException(spec.commandLine(), bad.getMessage(), bad);
        }
    }

    /** No result gets the name of another, nor of a photo that is given, nor of what is there, unless told so. */
    private Map<Path, ResultFileName> names(GooglyOptions options) {
        Map<Path, ResultFileName> names = new LinkedHashMap<>();
        Set<Path> taken = new HashSet<>();
        photos.forEach(photo -> taken.add(real(photo)));
        for (Path photo : new LinkedHashSet<>(photos)) {
            ResultFileName name =
                    ResultFileName.of(photo, output, options.format().extension());
            while (isThere(name.path()) && !overwrite || !taken.add(real(name.path()))) {
                name = name.next();
            }
            names.put(photo, name);
        }
        return names;
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException notThere) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static boolean work(
            EyeGoogler googler,
            Path photo,
            ResultFileName name,
            GooglyOptions options,
            AtomicFileWriter results,
            ProgressBar progress) {
        try {
            GooglyPhoto googly = googler.googly(Files.readAllBytes(photo), options);
            return write(photo, name, googly, results, progress);
        } catch (PhotoRejectedException rejected) {
            progress.println(photo + ": " + rejected.getMessage());
        } catch (NoSuchFileException missing) {
            progress.println(photo + ": There is no such file.");
        } catch (IOException | RuntimeException | Error failure) {
            progress.println(photo + ": " + failure);
        }
        return false;
    }

    private static boolean write(
            Path photo, ResultFileName name, GooglyPhoto googly, AtomicFileWriter results, ProgressBar progress) {
        try {
            ResultFileName written = results.write(name, googly.file());
            String taken =
                    written.number() == 1 ? "" : "; the name " + name.first().fileName() + " is taken";
            progress.println(photo + " -> " + written.path() + " ("
                    + faces(googly.faces().size()) + taken + ")");
            return true;
        } catch (IOException failure) {
            progress.println(photo + ": " + name.path() + " can't be written: " + reason(failure));
            return false;
        }
    }

    /** What the operating system says, without the names of files that it may begin with. */
    private static String reason(IOException failure) {
        boolean named = failure instanceof FileSystemException file && file.getReason() == null;
        if (named || failure.getMessage() == null) {
            return failure.toString();
        }
        return failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }
}
