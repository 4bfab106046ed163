package io.eyegoogler.evaluate.report;

import io.eyegoogler.evaluate.Estimate;

/** A share and its interval as a line on a scale of 0 to 100 %, with a tick at the overall figure. */
final class IntervalBar {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 12;
    private static final double MIDDLE = HEIGHT / 2;
    /** Room at both ends, so that a dot at 100 % isn't cut. */
    private static final double INSET = 4;

    private IntervalBar() {}

    static String svg(Estimate share, Estimate overall) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"bar\" width=\"%.0f\" height=\"%.0f\" aria-hidden=\"true\">".formatted(WIDTH, HEIGHT));
        svg.append(line("scale", x(0), MIDDLE, x(1), MIDDLE));
        svg.append(line("overall", x(overall.value()), 0, x(overall.value()), HEIGHT));
        share.interval()
                .ifPresent(interval ->
                        svg.append(line("interval", x(interval.low()), MIDDLE, x(interval.high()), MIDDLE)));
        svg.append("<circle class=\"value\" cx=\"%s\" cy=\"%s\" r=\"3.2\"/></svg>"
                .formatted(Html.px(x(share.value())), Html.px(MIDDLE)));
        return svg.toString();
    }

    private static double x(double share) {
        return INSET + share * (WIDTH - 2 * INSET);
    }

    private static String line(String kind, double x1, double y1, double x2, double y2) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(kind, Html.px(x1), Html.px(y1), Html.px(x2), Html.px(y2));
    }
}
