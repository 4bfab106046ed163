package io.eyegoogler.evaluate;

/**
 * Wilson's score interval of a share: true to its 95 % also for few faces, and for shares near 0 and 1.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927);
 * recommended by Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16
 * (2001). It takes faces as independent of each other; those of one photo are less so, and then it is a bit narrow.
 */
final class Wilson {

    private Wilson() {}

    /** The interval of {@code count} out of {@code total}, which is above 0. */
    static Interval interval(int count, int total) {
        double n = total;
        double share = count / n;
        double z2 = Interval.Z * Interval.Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double reach = Interval.Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        // Exact at the ends, where rounding would put the share itself outside.
        return new Interval(count == 0 ? 0 : middle - reach, count == total ? 1 : middle + reach);
    }
}
