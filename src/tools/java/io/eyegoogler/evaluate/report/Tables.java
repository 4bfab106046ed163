package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Estimate;
import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.Metric;
import io.eyegoogler.evaluate.SliceFigures;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures as HTML tables. */
final class Tables {

    private static final List<Metric> PLAIN = List.of(
            Metric.PRECISION, Metric.F1, Metric.EYE_ERROR_MEDIAN, Metric.EYE_ERROR_P90, Metric.FALSE_ALARMS_PER_PHOTO);
    /** Those with a bar beside them, to be compared down the column. */
    private static final List<Metric> WITH_BAR = List.of(Metric.FOUND, Metric.RIGHT);

    private Tables() {}

    /** All figures, the detectors side by side. */
    static String overall(List<Evaluation> evaluations) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead>");
        html.append(row("Detector", evaluations, evaluation -> Html.escape(evaluation.name())))
                .append("</thead>");
        for (Metric metric : Metric.values()) {
            html.append(row(metric.label(), evaluations, evaluation -> Cells.html(metric, evaluation.overall())));
        }
        html.append(row("Decoding, ms (median)", evaluations, evaluation -> time(evaluation.decodeMs())));
        html.append(row("Detection, ms (median)", evaluations, evaluation -> time(evaluation.detectMs())));
        return html.append("</table></div>").toString();
    }

    private static String row(String label, List<Evaluation> evaluations, Function<Evaluation, String> cell) {
        StringBuilder html = new StringBuilder("<tr><th>" + label + "</th>");
        evaluations.forEach(
                evaluation -> html.append("<td>").append(cell.apply(evaluation)).append("</td>"));
        return html.append("</tr>\n").toString();
    }

    /** {@code ms} as people read it. */
    static String time(double ms) {
        return String.format(Locale.ROOT, "<b>%.1f</b>", ms);
    }

    /** Every slice of one detector, a heading for each property. */
    static String slices(Evaluation evaluation) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table class=\"slices\"><thead><tr><th></th>");
        html.append("<td>Photos</td><td>Faces</td>");
        WITH_BAR.forEach(metric -> html.append("<td>" + metric.label() + "</td>"));
        PLAIN.forEach(metric -> html.append("<td>" + metric.label() + "</td>"));
        html.append("</tr></thead>\n");
        String group = null;
        for (SliceFigures slice : evaluation.slices()) {
            if (!slice.slice().group().equals(group)) {
                group = slice.slice().group();
                html.append("<tr class=\"group\"><th colspan=\"10\">%s</th></tr>".formatted(Html.escape(group)));
            }
            html.append(slice(slice, evaluation));
        }
        return html.append("</table></div>").toString();
    }

    private static String slice(SliceFigures slice, Evaluation evaluation) {
        StringBuilder html =
                new StringBuilder("<tr><th>" + Html.escape(slice.slice().value()) + "</th>");
        html.append("<td>" + slice.figures().sums().photos() + "</td>");
        html.append("<td>" + slice.figures().sums().faces() + "</td>");
        WITH_BAR.forEach(metric -> html.append(cell(slice, metric, bar(slice, metric, evaluation))));
        PLAIN.forEach(metric -> html.append(cell(slice, metric, "")));
        return html.append("</tr>\n").toString();
    }

    private static String cell(SliceFigures slice, Metric metric, String bar) {
        return (slice.worse().contains(metric) ? "<td class=\"worse\">" : "<td>") + "<div>" + bar + "<div>"
                + Cells.html(metric, slice.figures()) + "</div></div></td>";
    }

    private static String bar(SliceFigures slice, Metric metric, Evaluation evaluation) {
        Estimate overall = evaluation.overall().get(metric).orElse(null);
        return slice.figures()
                .get(metric)
                .map(share -> IntervalBar.svg(share, overall))
                .orElse("");
    }
}
