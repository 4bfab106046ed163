package io.eyegoogler.evaluate;

/** Where a figure lies with 95 % confidence, both ends included. */
public record Interval(double low, double high) {

    /** The quantile of the normal distribution that leaves 2.5 % on either side. */
    static final double Z = 1.959964;
    /** What is left out on either side. */
    static final double TAIL = 0.025;
}
