package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.Metric;
import io.eyegoogler.evaluate.ScoringRule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One page that holds all it shows: it can be opened from a disk, mailed, or kept as a build's artifact. */
public final class HtmlReport {

    private static final String LEGEND = """
            <h2>What went wrong</h2>
            <p class="legend"><span class="annotation"><i></i> ○ annotated</span>
            <span class="detection"><i></i> × detected</span></p>
            """;

    private static final String HOW = """
            <h2>How this was scored</h2>
            <dl>
            <dt>Found</dt><dd>The middle between the annotated eyes lies in a detection's box, and neither box is more
            than %.0f times as large as the other. A face has at most one detection and a detection one face; the pairs
            whose eyes are nearest come first.</dd>
            <dt>Right</dt><dd>Found, and the mean of both eye errors is at most %.2f of the distance between the
            annotated eyes. Of the faces with both eyes annotated; those not found are not right.</dd>
            <dt>Eye error</dt><dd>The mean of both eye errors over the annotated eye distance, of faces found.</dd>
            <dt>False alarm</dt><dd>A detection on no face, or a second one on a face. Ignored faces and photos marked
            in part (partial_gt) have none.</dd>
            <dt>Intervals</dt><dd>95 %%. Found, right and precision: Wilson. The others: percentile bootstrap over
            photos with a fixed seed, from 5 photos on and where the draws differ; no false alarm at all: rule of
            three.</dd>
            <dt class="worse"><b>Worse</b></dt><dd>The whole interval of the slice is worse than the overall figure. One
            slice in forty is flagged by chance alone.</dd>
            </dl>
            """;

    private HtmlReport() {}

    /**
     * The page.
     *
     * @throws IOException if a photo that was evaluated can't be read any more
     */
    public static String of(Report report) throws IOException {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.append("<title>Faces and eyes found</title>\n<style>\n" + PageStyle.CSS + "</style></head>\n<body>\n");
        html.append("<h1>Faces and eyes found</h1>\n");
        html.append("<p class=\"note\">%s in %s</p>\n"
                .formatted(report.extent(), Html.escape(report.photos().toString())));
        html.append(alert("Floors missed", report.missedFloors()));
        html.append(alert("Left out", report.problems()));
        if (report.evaluations().size() > 1) {
            html.append("<h2>%s</h2>"
                    .formatted(Html.escape(report.evaluations().get(0).name())));
        }
        html.append(tiles(report.evaluations().get(0)));
        html.append(plots(report.evaluations()));
        html.append("<h2>All photos</h2>\n").append(Tables.overall(report.evaluations()));
        for (Evaluation evaluation : report.evaluations()) {
            html.append(details(evaluation, report));
        }
        html.append(HOW.formatted(ScoringRule.MAX_SIZE_RATIO, ScoringRule.MAX_EYE_ERROR));
        return html.append("</body></html>\n").toString();
    }

    private static String alert(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(line -> "<p>" + Html.escape(line) + "</p>")
                        .collect(Collectors.joining("\n", "<h3>" + title + "</h3><div class=\"alert\">", "</div>\n"));
    }

    private static String tiles(Evaluation evaluation) {
        StringBuilder html = new StringBuilder("<div class=\"tiles\">");
        for (Metric metric :
                List.of(Metric.FOUND, Metric.RIGHT, Metric.PRECISION, Metric.EYE_ERROR_MEDIAN, Metric.FALSE_ALARMS)) {
            html.append("<div class=\"tile\">%s%s</div>"
                    .formatted(metric.label(), Cells.html(metric, evaluation.overall())));
        }
        return html.append("<div class=\"tile\">Detection%s<small>ms, median</small></div></div>\n"
                        .formatted(Tables.time(evaluation.detectMs())))
                .toString();
    }

    private static String plots(List<Evaluation> evaluations) {
        StringBuilder html = new StringBuilder("<h2>By face size</h2>\n");
        if (evaluations.size() > 1) {
            html.append(IntStream.range(0, evaluations.size())
                    .mapToObj(i -> "<span class=\"s%d\">● %s</span>"
                            .formatted(
                                    i % SizePlot.COLORS,
                                    Html.escape(evaluations.get(i).name())))
                    .collect(Collectors.joining("", "<p class=\"legend\">", "</p>\n")));
        }
        html.append("<div class=\"plots\">");
        for (Metric metric : List.of(Metric.FOUND, Metric.RIGHT)) {
            html.append("<div><h3>%s</h3>%s</div>\n".formatted(metric.label(), SizePlot.svg(metric, evaluations)));
        }
        return html.append("</div>\n").toString();
    }

    /** Of several detectors, the first one's slices and pictures are open, the others' a click away. */
    private static String details(Evaluation evaluation, Report report) throws IOException {
        boolean first = evaluation == report.evaluations().get(0);
        return "<details%s><summary>%s, slice by slice</summary>\n%s%s%s</details>\n"
                .formatted(
                        first ? " open" : "",
                        Html.escape(evaluation.name()),
                        Tables.slices(evaluation),
                        LEGEND,
                        new ContactSheet(report.photos()).html(evaluation));
    }
}
