package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.cli.video.VideoContainer;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.options.OptionParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Processes files, without a server. */
@Command(
        name = "googly",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.Version.class,
        description = "Put googly eyes on the people in photos: photo.jpg becomes OUTPUT/photo-googly.png.")
public final class GooglyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUTPUT",
            defaultValue = ".",
            description = "Folder for the results (default: the current one); for one photo also a file such as"
                    + " result.jpg, or - for standard output.")
    private String outputName;

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
            description = "Format of the results: png, jpeg, gif or apng (default: that of the output file, or png).")
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
        Output output = output();
        GooglyOptions options = options(output);
        createFolder(output);
        NamedPhotos named = NamedPhotos.of(input, output, options.format().extension(), takenName(output));
        try (EyeGoogler googler = NativeLibrary.load(detector.config(), err()::println)) {
            return process(googler, named, options, output);
        }
    }

    /** Processes the photos; {@link Terminal} can be asked only once the native libraries have their folder. */
    private int process(EyeGoogler googler, NamedPhotos named, GooglyOptions options, Output output)
            throws InterruptedException {
        String extension = options.format().extension();
        ProgressBar progress = new ProgressBar(ProgressBar.UNKNOWN, Terminal.isStandardError(), err());
        try (VideoProcessor videos = new VideoProcessor(googler.config().maxPixels(), progress);
                ResultWriter results = new ResultWriter(output, takenName(output), progress, out(), input.pathEnd())) {
            Batch batch = new Batch(new PhotoProcessor(googler, options, results, progress, videos), progress);
            if (Terminal.isStandardError() && input.canBeReadAgain()) {
                count(finder -> new PhotoFinder(input, output, extension, finder).find(named), progress);
            }
            new PhotoFinder(input, output, extension, batch).find(named);
            batch.await();
            progress.close();
            err().println(batch.summary());
            // The writers around these streams do not report that they are closed or full.
            boolean written = !System.err.checkError() && !System.out.checkError();
            return (batch.isFailed() || !written ? ExitStatus.FAILED : ExitStatus.OK).code();
        }
    }

    /** Counts the photos while the first are being processed. */
    private static void count(Consumer<Findings> search, ProgressBar progress) {
        Thread counting = new Thread(() -> {
            PhotoCounter photos = new PhotoCounter();
            search.accept(photos);
            progress.setTotal(photos.count());
        });
        counting.setDaemon(true);
        counting.start();
    }

    private Output output() {
        try {
            input.check();
            if (overwrite && input.skipExisting) {
                throw new IllegalArgumentException("Use either --overwrite or --skip-existing");
            }
            Output output = Output.of(outputName, input.isOnePhoto());
            checkVideo(output);
            return output;
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }

    /** A video's result is a video, and a photo's is not. */
    private void checkVideo(Output output) {
        if (output.kind() == Output.Kind.FOLDER) {
            return;
        }
        boolean video = PhotoNames.isVideo(Path.of(input.arguments.get(0)));
        boolean toVideo = output.kind() == Output.Kind.FILE && PhotoNames.isVideo(output.path());
        if (video && !(toVideo && VideoContainer.isExtension(PhotoNames.extension(output.path())))) {
            throw new IllegalArgumentException(
                    "The result of a video is a file with one of these extensions: " + VideoContainer.names());
        }
        if (toVideo && !video) {
            throw new IllegalArgumentException("The result of a photo cannot be a video");
        }
    }

    private TakenName takenName(Output output) {
        if (input.skipExisting) {
            return TakenName.SKIP;
        }
        if (overwrite) {
            return TakenName.REPLACE;
        }
        return output.kind() == Output.Kind.FILE ? TakenName.REFUSE : TakenName.NUMBER;
    }

    private void createFolder(Output output) {
        Path folder = output.kind() == Output.Kind.FOLDER
                ? output.path()
                : output.path().getParent();
        if (folder == null || output.kind() == Output.Kind.STANDARD_OUTPUT) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Cannot create output folder " + folder + ": " + IoErrors.reason(failure),
                    failure);
        }
    }

    private GooglyOptions options(Output output) {
        Map<String, String> given = new HashMap<>();
        given.put("size", size);
        given.put("gaze", gaze);
        given.put("style", style);
        given.put("seed", seed);
        boolean fromName = format == null && output.kind() == Output.Kind.FILE && !PhotoNames.isVideo(output.path());
        given.put("format", fromName ? PhotoNames.extension(output.path()) : format);
        try {
            GooglyOptions options = OptionParser.parse(given::get, GooglyOptions.DEFAULT);
            return OwnEye.read(eye, pupil, style).map(options::withEye).orElse(options);
        } catch (IllegalArgumentException | PhotoRejectedException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
