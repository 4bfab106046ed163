package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.FaceSize;
import io.eyegoogler.evaluate.Interval;
import io.eyegoogler.evaluate.Metric;
import io.eyegoogler.evaluate.SliceFigures;
import java.util.List;

/** A share by face size: a dot and an interval for each detector in each bin of size. */
final class SizePlot {

    /** Colors in the style sheet, {@code s0} and on; more detectors than these share them. */
    static final int COLORS = 4;

    private static final double WIDTH = 520;
    private static final double HEIGHT = 290;
    private static final double LEFT = 46;
    private static final double RIGHT = 10;
    private static final double TOP = 12;
    private static final double BOTTOM = 62;
    /** From one detector's dot to the next in the same bin. */
    private static final double DODGE = 14;
    /** Of the caps at an interval's ends, to either side. */
    private static final double CAP = 4;

    private static final int GRID_STEPS = 4;

    private final Metric metric;
    private final List<Evaluation> evaluations;
    private final List<SliceFigures> bins;
    private final StringBuilder svg = new StringBuilder();

    private SizePlot(Metric metric, List<Evaluation> evaluations) {
        this.metric = metric;
        this.evaluations = evaluations;
        this.bins = bins(evaluations.get(0));
    }

    /** The plot of {@code metric}, which is a share. */
    static String svg(Metric metric, List<Evaluation> evaluations) {
        return new SizePlot(metric, evaluations).draw();
    }

    private static List<SliceFigures> bins(Evaluation evaluation) {
        return evaluation.slices().stream()
                .filter(slice -> slice.slice().group().equals(FaceSize.GROUP))
                .toList();
    }

    private String draw() {
        svg.append("<svg class=\"plot\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s by face size\">"
                .formatted(WIDTH, HEIGHT, metric.label()));
        drawGrid();
        for (int bin = 0; bin < bins.size(); bin++) {
            text("middle", x(bin), HEIGHT - BOTTOM + 18, bins.get(bin).slice().value());
            text(
                    "middle n",
                    x(bin),
                    HEIGHT - BOTTOM + 33,
                    "n = " + metric.total(bins.get(bin).figures().sums()));
        }
        text("middle axis", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "longer side of the face, share of the photo's");
        for (int series = 0; series < evaluations.size(); series++) {
            List<SliceFigures> slices = bins(evaluations.get(series));
            for (int bin = 0; bin < slices.size(); bin++) {
                drawShare(slices.get(bin), x(bin) + DODGE * (series - (evaluations.size() - 1) / 2.0), series);
            }
        }
        return svg.append("</svg>").toString();
    }

    private void drawGrid() {
        for (int step = 0; step <= GRID_STEPS; step++) {
            double share = (double) step / GRID_STEPS;
            line("grid", LEFT, y(share), WIDTH - RIGHT, y(share));
            text("end", LEFT - 8, y(share) + 4, "%.0f %%".formatted(100 * share));
        }
    }

    private void drawShare(SliceFigures slice, double x, int series) {
        slice.figures().get(metric).ifPresent(share -> {
            svg.append("<g class=\"s%d\"><title>%s: %s</title>"
                    .formatted(
                            series % COLORS,
                            Html.escape(evaluations.get(series).name() + ", " + slice.slice()),
                            Cells.text(metric, share)));
            share.interval().ifPresent(interval -> drawInterval(interval, x));
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4.5\"/></g>".formatted(Html.px(x), Html.px(y(share.value()))));
        });
    }

    private void drawInterval(Interval interval, double x) {
        line("interval", x, y(interval.low()), x, y(interval.high()));
        line("interval", x - CAP, y(interval.low()), x + CAP, y(interval.low()));
        line("interval", x - CAP, y(interval.high()), x + CAP, y(interval.high()));
    }

    private double x(int bin) {
        return LEFT + (bin + 0.5) * (WIDTH - LEFT - RIGHT) / bins.size();
    }

    private static double y(double share) {
        return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
    }

    private void line(String kind, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(kind, Html.px(x1), Html.px(y1), Html.px(x2), Html.px(y2)));
    }

    private void text(String kind, double x, double y, String text) {
        svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(kind, Html.px(x), Html.px(y), Html.escape(text)));
    }
}
