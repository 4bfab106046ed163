package io.eyegoogler.evaluate;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.cli.ProgressBar;
import io.eyegoogler.evaluate.report.ChangesTable;
import io.eyegoogler.evaluate.report.HtmlReport;
import io.eyegoogler.evaluate.report.JsonReport;
import io.eyegoogler.evaluate.report.Report;
import io.eyegoogler.evaluate.report.TerminalReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Evaluates the detector on a directory of annotated photos. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Tell how well faces and eyes are found in annotated photos: on the terminal, and in report.json "
                + "and report.html.",
        footer = {
            "",
            "A floor is [GROUP=VALUE:]METRIC=NUMBER, of all photos or of one slice:",
            "  --floor found=0.98 --floor folder=unclear:right=0.95 --floor folder=.:false-alarms=1",
            "Of errors and false alarms it is what must not be exceeded. @FILE reads arguments from a file.",
            "",
            "Returns 0; 1 if a floor was missed or a photo had to be left out; 2 if called wrongly."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PHOTOS", description = "A directory of photos, with their annotations.json.")
    private Path directory;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "target/evaluation",
            description = "Where the reports go (target/evaluation).")
    private Path output;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            converter = DetectorConverter.class,
            description = "What to evaluate, one or several side by side; floors hold for the first.")
    private List<Detector> detectors = new ArrayList<>();

    @Option(
            names = "--floor",
            paramLabel = "FLOOR",
            converter = FloorConverter.class,
            description = "A figure that must be reached; as often as needed.")
    private List<Floor> floors = new ArrayList<>();

    @Option(
            names = "--changes",
            description =
                    "Tell as well what is found in the photos made smaller, darker, tilted, turned, compressed and "
                            + "cut, by the first detector; takes many times as long.")
    private boolean changes;

    @Override
    public Integer call() {
        try {
            Annotations annotations = AnnotationFile.read(directory);
            List<Detector> chosen = detectors.isEmpty() ? Detector.ALL.subList(0, 1) : detectors;
            Report report = evaluate(annotations, chosen);
            write(report);
            if (changes) {
                writeChanges(annotations.photos(), chosen.get(0));
            }
            return report.problems().isEmpty() && report.missedFloors().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (AnnotationException wrong) {
            err().println(wrong.getMessage());
        } catch (IOException failure) {
            err().println("The reports can't be written: " + failure);
        }
        return ExitCode.SOFTWARE;
    }

    private Report evaluate(Annotations annotations, List<Detector> chosen) {
        List<String> problems = new ArrayList<>(annotations.problems());
        ProgressBar progress =
                new ProgressBar(chosen.size() * annotations.photos().size(), System.console() != null, err());
        problems.forEach(progress::println);
        Evaluator evaluator = new Evaluator(
                directory, annotations.photos(), problem -> tellOnce(problem, problems, progress), progress::advance);
        List<Evaluation> evaluations = new ArrayList<>();
        for (Detector detector : chosen) {
            try (EyeGoogler googler = detector.load()) {
                evaluations.add(evaluator.evaluate(Contender.of(detector.name(), googler)));
            }
        }
        progress.close();
        return new Report(directory, evaluations, problems, missedFloors(evaluations.get(0)));
    }

    /** Several detectors stumble over the same photo. */
    private static void tellOnce(String problem, List<String> told, ProgressBar progress) {
        if (!told.contains(problem)) {
            told.add(problem);
            progress.println(problem);
        }
    }

    private List<String> missedFloors(Evaluation evaluation) {
        return floors.stream()
                .map(floor -> floor.missedBy(evaluation))
                .flatMap(Optional::stream)
                .toList();
    }

    private void write(Report report) throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("report.json"), JsonReport.of(report));
        Path page = output.resolve("report.html");
        Files.writeString(page, HtmlReport.of(report));
        PrintWriter out = spec.commandLine().getOut();
        out.println(TerminalReport.of(report));
        out.println(page.toUri());
        out.flush();
        report.missedFloors().forEach(line -> err().println("Floor missed: " + line));
    }

    private void writeChanges(List<AnnotatedPhoto> photos, Detector detector) {
        try (EyeGoogler googler = detector.load()) {
            ChangedPhotos changed =
                    new ChangedPhotos(directory, photos, detector.settings().maxPixels());
            PrintWriter out = spec.commandLine().getOut();
            out.println(ChangesTable.of(changed.evaluate(googler::faces, Change.ALL)));
            out.flush();
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** For {@code --floor}. */
    static final class FloorConverter implements ITypeConverter<Floor> {
        @Override
        public Floor convert(String text) {
            try {
                return Floor.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }

    /** For {@code --detector}. */
    static final class DetectorConverter implements ITypeConverter<Detector> {
        @Override
        public Detector convert(String name) {
            return Detector.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + name + "' is not a detector; there are " + String.join(", ", Detector.names())));
        }
    }
}
