package io.eyegoogler.image.webp;

/**
 * Filters the samples on both sides of an edge between blocks (RFC 6386, 15.2 and 15.3).
 *
 * <p>In all methods, {@code at} is the offset of the first sample on the far side (q0), {@code across} the stride away
 * from the edge, {@code along} the stride along the edge, and {@code length} the samples along it.
 */
final class EdgeFilter {

    private EdgeFilter() {}

    /** Applies the simple filter. */
    static void simple(byte[] s, int at, int across, int along, int length, int limit) {
        for (int i = 0, q = at; i < length; i++, q += along) {
            if (isBelowEdgeLimit(s, q, across, limit)) {
                common(s, q, across);
            }
        }
    }

    /**
     * Applies the normal filter.
     *
     * @param macroblocks whether the edge is one between macroblocks, where up to three samples on each side are
     *     filtered, rather than one between subblocks, where up to two are
     */
    static void normal(
            byte[] s,
            int at,
            int across,
            int along,
            int length,
            int limit,
            FilterStrength strength,
            boolean macroblocks) {
        int interior = strength.interior();
        int highVariance = strength.highVariance();
        for (int i = 0, q = at; i < length; i++, q += along) {
            if (isBelowEdgeLimit(s, q, across, limit) && isBelowInteriorLimit(s, q, across, interior)) {
                if (hasHighVariance(s, q, across, highVariance)) {
                    common(s, q, across);
                } else if (macroblocks) {
                    wide(s, q, across);
                } else {
                    narrow(s, q, across);
                }
            }
        }
    }

    private static boolean isBelowEdgeLimit(byte[] s, int q, int across, int limit) {
        int p1 = s[q - 2 * across] & 0xff;
        int p0 = s[q - across] & 0xff;
        int q0 = s[q] & 0xff;
        int q1 = s[q + across] & 0xff;
        return 4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) <= 2 * limit + 1;
    }

    private static boolean isBelowInteriorLimit(byte[] s, int q, int across, int limit) {
        int p3 = s[q - 4 * across] & 0xff;
        int p2 = s[q - 3 * across] & 0xff;
        int p1 = s[q - 2 * across] & 0xff;
        int p0 = s[q - across] & 0xff;
        int q0 = s[q] & 0xff;
        int q1 = s[q + across] & 0xff;
        int q2 = s[q + 2 * across] & 0xff;
        int q3 = s[q + 3 * across] & 0xff;
        return Math.abs(p3 - p2) <= limit
                && Math.abs(p2 - p1) <= limit
                && Math.abs(p1 - p0) <= limit
                && Math.abs(q3 - q2) <= limit
                && Math.abs(q2 - q1) <= limit
                && Math.abs(q1 - q0) <= limit;
    }

    private static boolean hasHighVariance(byte[] s, int q, int across, int limit) {
        int p1 = s[q - 2 * across] & 0xff;
        int p0 = s[q - across] & 0xff;
        int q0 = s[q] & 0xff;
        int q1 = s[q + across] & 0xff;
        return Math.abs(p1 - p0) > limit || Math.abs(q1 - q0) > limit;
    }

    private static void common(byte[] s, int q, int across) {
        int p1 = s[q - 2 * across] & 0xff;
        int p0 = s[q - across] & 0xff;
        int q0 = s[q] & 0xff;
        int q1 = s[q + across] & 0xff;
        int a = 3 * (q0 - p0) + clampSigned(p1 - q1);
        s[q - across] = InverseTransform.clamp(p0 + eighth(a + 3));
        s[q] = InverseTransform.clamp(q0 - eighth(a + 4));
    }

    private static void narrow(byte[] s, int q, int across) {
        int p1 = s[q - 2 * across] & 0xff;
        int p0 = s[q - across] & 0xff;
        int q0 = s[q] & 0xff;
        int q1 = s[q + across] & 0xff;
        int a = 3 * (q0 - p0);
        int near = eighth(a + 4);
        int far = near + 1 >> 1;
        s[q - 2 * across] = InverseTransform.clamp(p1 + far);
        s[q - across] = InverseTransform.clamp(p0 + eighth(a + 3));
        s[q] = InverseTransform.clamp(q0 - near);
        s[q + across] = InverseTransform.clamp(q1 - far);
    }

    private static void wide(byte[] s, int q, int across) {
        int p2 = s[q - 3 * across] & 0xff;
        int p1 = s[q - 2 * across] & 0xff;
        int p0 = s[q - across] & 0xff;
        int q0 = s[q] & 0xff;
        int q1 = s[q + across] & 0xff;
        int q2 = s[q + 2 * across] & 0xff;
        int a = clampSigned(3 * (q0 - p0) + clampSigned(p1 - q1));
        int near = 27 * a + 63 >> 7;
        int next = 18 * a + 63 >> 7;
        int far = 9 * a + 63 >> 7;
        s[q - 3 * across] = InverseTransform.clamp(p2 + far);
        s[q - 2 * across] = InverseTransform.clamp(p1 + next);
        s[q - across] = InverseTransform.clamp(p0 + near);
        s[q] = InverseTransform.clamp(q0 - near);
        s[q + across] = InverseTransform.clamp(q1 - next);
        s[q + 2 * across] = InverseTransform.clamp(q2 - far);
    }

    private static int clampSigned(int value) {
        return Math.max(-128, Math.min(127, value));
    }

    /** Returns an eighth of {@code value}, clamped to five bits with sign. */
    private static int eighth(int value) {
        return Math.max(-16, Math.min(15, value >> 3));
    }
}
