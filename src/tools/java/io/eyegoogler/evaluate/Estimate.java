package io.eyegoogler.evaluate;

import java.util.Optional;

/** A figure, and where it lies with 95 % confidence if that can be told. */
public record Estimate(double value, Optional<Interval> interval) {}
