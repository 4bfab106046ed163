package io.eyegoogler.evaluate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a figure must reach, written {@code [GROUP=VALUE:]METRIC=NUMBER}: {@code found=0.98},
 * {@code folder=unclear:right=0.95}. Of a metric that is better low, it is what must not be exceeded:
 * {@code folder=.:false-alarms=1}.
 *
 * @param slice the slice that it is of; none for all photos
 */
record Floor(Optional<Slice> slice, Metric metric, double bound) {

    private static final Pattern FORM = Pattern.compile("(?:(.+):)?([a-z0-9-]+)=(\\d+(?:\\.\\d+)?)");

    /**
     * @throws IllegalArgumentException if {@code text} isn't of the form above
     */
    static Floor parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a floor such as folder=unclear:found=0.98");
        }
        Optional<Slice> slice = Optional.ofNullable(form.group(1)).flatMap(Slice::parse);
        if (form.group(1) != null && slice.isEmpty()) {
            throw new IllegalArgumentException("'" + form.group(1) + "' is not a slice such as folder=unclear");
        }
        Metric metric = Metric.of(form.group(2))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + form.group(2) + "' is not a figure; there are " + Metric.ids()));
        return new Floor(slice, metric, Double.parseDouble(form.group(3)));
    }

    /** What is wrong with {@code evaluation}, in one line; none if it reaches this. */
    Optional<String> missedBy(Evaluation evaluation) {
        Optional<Estimate> estimate = evaluation.figures(slice).flatMap(figures -> figures.get(metric));
        if (estimate.isEmpty()) {
            // A floor under nothing would hold whatever happens.
            return Optional.of(evaluation.name() + ": no photo or face has the figure " + this);
        }
        double value = estimate.get().value();
        boolean holds = metric.isHigherBetter() ? value >= bound : value <= bound;
        return holds
                ? Optional.empty()
                : Optional.of(evaluation.name() + ": " + figure() + " is " + metric.format(value)
                        + (metric.isHigherBetter() ? ", below " : ", above ") + metric.format(bound));
    }

    private String figure() {
        return slice.map(part -> part + ":").orElse("") + metric.id();
    }

    @Override
    public String toString() {
        return figure() + "=" + bound;
    }
}
