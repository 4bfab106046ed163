package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.Metric;
import io.eyegoogler.evaluate.SliceFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures as tables of plain text. */
public final class TerminalReport {

    /** Stands before a figure that is worse than the whole's. */
    private static final String WORSE = "▼ ";

    private static final List<Metric> SLICE_METRICS =
            List.of(Metric.FOUND, Metric.RIGHT, Metric.EYE_ERROR_MEDIAN, Metric.FALSE_ALARMS);

    private TerminalReport() {}

    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(report.photos()).append(": ").append(report.extent());
        text.append("  (in brackets: 95 % intervals)\n\n").append(overall(report.evaluations()));
        for (Evaluation evaluation : report.evaluations()) {
            text.append("\nBy slice, ").append(evaluation.name());
            text.append("  (").append(WORSE).append("= the whole interval is worse than the overall figure)\n");
            text.append(slices(evaluation));
        }
        return text.toString();
    }

    private static TextTable overall(List<Evaluation> evaluations) {
        TextTable table = new TextTable();
        table.row(row("Detector", evaluations, Evaluation::name));
        for (Metric metric : Metric.values()) {
            table.row(row(metric.label(), evaluations, evaluation -> Cells.text(metric, evaluation.overall())));
        }
        table.row(row("Decoding, ms (median)", evaluations, time(Evaluation::decodeMs)));
        table.row(row("Detection, ms (median)", evaluations, time(Evaluation::detectMs)));
        return table;
    }

    private static List<String> row(String label, List<Evaluation> evaluations, Function<Evaluation, String> cell) {
        List<String> cells = new ArrayList<>(List.of(label));
        evaluations.stream().map(cell).forEach(cells::add);
        return cells;
    }

    private static Function<Evaluation, String> time(ToDoubleFunction<Evaluation> milliseconds) {
        return evaluation -> String.format(Locale.ROOT, "%.1f", milliseconds.applyAsDouble(evaluation));
    }

    private static TextTable slices(Evaluation evaluation) {
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("", "photos", "faces"));
        SLICE_METRICS.forEach(metric -> header.add(metric.label()));
        table.row(header);
        for (SliceFigures slice : evaluation.slices()) {
            List<String> cells = new ArrayList<>();
            cells.add(slice.slice().toString());
            cells.add(String.valueOf(slice.figures().sums().photos()));
            cells.add(String.valueOf(slice.figures().sums().faces()));
            for (Metric metric : SLICE_METRICS) {
                cells.add((slice.worse().contains(metric) ? WORSE : "") + Cells.text(metric, slice.figures()));
            }
            table.row(cells);
        }
        return table;
    }
}
