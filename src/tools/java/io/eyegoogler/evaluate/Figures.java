package io.eyegoogler.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All figures of some photos or faces, with their intervals; metrics that have no value there are absent. */
public record Figures(Sums sums, Map<Metric, Estimate> estimates) {

    public Figures {
        estimates = Collections.unmodifiableMap(estimates);
    }

    static Figures of(List<Tally> tallies) {
        Sample sample = new Sample(tallies);
        int[] once = sample.once();
        Sums sums = sample.sums(once);
        Map<Metric, Interval> bootstrapped = Bootstrap.intervals(sample, Metric.bootstrapped());
        Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double value = metric.value(sample, once);
            if (!Double.isNaN(value)) {
                Optional<Interval> interval = metric.ratio()
                        .map(ratio -> Wilson.interval(
                                ratio.count().applyAsInt(sums), ratio.total().applyAsInt(sums)))
                        .or(() -> Optional.ofNullable(bootstrapped.get(metric)));
                estimates.put(metric, new Estimate(value, interval));
            }
        }
        return new Figures(sums, estimates);
    }

    public Optional<Estimate> get(Metric metric) {
        return Optional.ofNullable(estimates.get(metric));
    }

    /** Whether {@code metric}'s whole interval here is worse than its value in {@code whole}: more than bad luck. */
    public boolean isWorseThan(Figures whole, Metric metric) {
        Optional<Interval> here = get(metric).flatMap(Estimate::interval);
        Optional<Estimate> there = whole.get(metric);
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        double value = there.get().value();
        return metric.isHigherBetter() ? here.get().high() < value : here.get().low() > value;
    }
}
