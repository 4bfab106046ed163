package io.eyegoogler.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The figures, in the order of the reports. */
public enum Metric {
    /** Faces with a detection on them; recall. */
    FOUND("found", "Faces found (recall)", Unit.SHARE) {
        @Override
        Optional<Ratio> ratio() {
            return Optional.of(new Ratio(Sums::found, Sums::faces));
        }
    },
    /** Faces whose eyes are well placed, of those with both eyes given; those not found are not right. */
    RIGHT("right", "Eyes right", Unit.SHARE) {
        @Override
        Optional<Ratio> ratio() {
            return Optional.of(new Ratio(Sums::right, Sums::bothEyes));
        }
    },
    /** Detections that lie on a face, in photos with every face marked; where there are no faces it says nothing. */
    PRECISION("precision", "Precision", Unit.SHARE) {
        @Override
        Optional<Ratio> ratio() {
            return Optional.of(new Ratio(
                    Sums::foundInComplete,
                    sums -> sums.faces() == 0 ? 0 : sums.foundInComplete() + sums.falseAlarms()));
        }
    },
    /** The harmonic mean of recall and precision. */
    F1("f1", "F1", Unit.SHARE) {
        @Override
        double value(Sample sample, int[] times) {
            Sums sums = sample.sums(times);
            if (sums.found() == 0 && sums.faces() > 0 && sums.complete() > 0) {
                return 0;
            }
            return 2 * sums.recall() * sums.precision() / (sums.recall() + sums.precision());
        }
    },
    EYE_ERROR_MEDIAN("eye-error-median", "Eye error, median", Unit.EYE_DISTANCES) {
        @Override
        double value(Sample sample, int[] times) {
            return sample.eyeErrorQuantile(0.5, times);
        }
    },
    EYE_ERROR_P90("eye-error-p90", "Eye error, 90th percentile", Unit.EYE_DISTANCES) {
        @Override
        double value(Sample sample, int[] times) {
            return sample.eyeErrorQuantile(0.9, times);
        }
    },
    FALSE_ALARMS_PER_PHOTO("false-alarms-per-photo", "False alarms per photo", Unit.PER_PHOTO) {
        @Override
        double value(Sample sample, int[] times) {
            Sums sums = sample.sums(times);
            return Sums.share(sums.falseAlarms(), sums.complete());
        }
    },
    FALSE_ALARMS("false-alarms", "False alarms", Unit.COUNT) {
        @Override
        double value(Sample sample, int[] times) {
            Sums sums = sample.sums(times);
            return sums.complete() == 0 ? Double.NaN : sums.falseAlarms();
        }
    };

    /** What a figure is measured in, and with that which way is better. */
    enum Unit {
        SHARE,
        EYE_DISTANCES,
        PER_PHOTO,
        COUNT;

        private String number(double value) {
            return switch (this) {
                case SHARE -> String.format(Locale.ROOT, "%.1f", 100 * value);
                case EYE_DISTANCES, PER_PHOTO -> String.format(Locale.ROOT, "%.3f", value);
                case COUNT -> String.format(Locale.ROOT, "%.0f", value);
            };
        }
    }

    /** A share as the counts that it is of. */
    record Ratio(ToIntFunction<Sums> count, ToIntFunction<Sums> total) {}

    private final String id;
    private final String label;
    private final Unit unit;

    Metric(String id, String label, Unit unit) {
        this.id = id;
        this.label = label;
        this.unit = unit;
    }

    /** As floors and the JSON report name it. */
    public String id() {
        return id;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The metric with this {@link #id}. */
    static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** All {@link #id ids}, as a list to read. */
    static String ids() {
        return Arrays.stream(values()).map(Metric::id).collect(Collectors.joining(", "));
    }

    /** Those with an interval from resampling, being no plain shares. */
    static List<Metric> bootstrapped() {
        return Arrays.stream(values())
                .filter(metric -> metric.ratio().isEmpty() && metric.unit != Unit.COUNT)
                .toList();
    }

    /** If this is a share, of what; Wilson's interval needs both counts. */
    Optional<Ratio> ratio() {
        return Optional.empty();
    }

    /** The figure, with each photo of {@code sample} as often as {@code times} says; not a number if undefined. */
    double value(Sample sample, int[] times) {
        Ratio ratio = ratio().orElseThrow();
        Sums sums = sample.sums(times);
        return Sums.share(ratio.count.applyAsInt(sums), ratio.total.applyAsInt(sums));
    }

    /** How many faces or detections a share is of. */
    public int total(Sums sums) {
        return ratio().orElseThrow().total.applyAsInt(sums);
    }

    /** Shares are better high, errors and alarms low. */
    public boolean isHigherBetter() {
        return unit == Unit.SHARE;
    }

    /** {@code value} as people read it: {@code 62.3 %}. */
    public String format(double value) {
        return unit == Unit.SHARE ? unit.number(value) + " %" : unit.number(value);
    }

    /** {@code interval} as people read it: {@code 48.8–74.1}. */
    public String format(Interval interval) {
        return unit.number(interval.low()) + "–" + unit.number(interval.high());
    }
}
