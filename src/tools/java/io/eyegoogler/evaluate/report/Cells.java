package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Estimate;
import io.eyegoogler.evaluate.Figures;
import io.eyegoogler.evaluate.Metric;
import java.util.Optional;

/** Figures as they stand in the cells of tables. */
final class Cells {

    private static final String NONE = "–";

    private Cells() {}

    /** {@code 62.3 % [48.8–74.1]}, or a dash where there is no such figure. */
    static String text(Metric metric, Figures figures) {
        return figures.get(metric).map(estimate -> text(metric, estimate)).orElse(NONE);
    }

    static String text(Metric metric, Estimate estimate) {
        return metric.format(estimate.value())
                + interval(metric, estimate).map(text -> " " + text).orElse("");
    }

    /** The same with the interval in small type. */
    static String html(Metric metric, Figures figures) {
        return figures.get(metric)
                .map(estimate -> "<b>" + metric.format(estimate.value()) + "</b>"
                        + interval(metric, estimate)
                                .map(text -> "<small>" + text + "</small>")
                                .orElse(""))
                .orElse(NONE);
    }

    private static Optional<String> interval(Metric metric, Estimate estimate) {
        return estimate.interval().map(interval -> "[" + metric.format(interval) + "]");
    }
}
