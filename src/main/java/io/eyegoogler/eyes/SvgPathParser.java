package io.eyegoogler.eyes;

import java.awt.geom.Path2D;
import java.util.Scanner;

/**
 * SVG path data of the kind that {@link StyleShape}s are written in: absolute M, L, Q, C and Z, each with its letter, and
 * blanks between numbers.
 */
final class SvgPathParser {

    private SvgPathParser() {}

    /** The path that {@code data} describes. */
    static Path2D parse(String data) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Numbers numbers = new Numbers(data);
        while (numbers.tokens.hasNext()) {
            String command = numbers.tokens.next();
            switch (command) {
                case "M" -> path.moveTo(numbers.next(), numbers.next());
                case "L" -> path.lineTo(numbers.next(), numbers.next());
                case "Q" -> path.quadTo(numbers.next(), numbers.next(), numbers.next(), numbers.next());
                case "C" ->
                    path.curveTo(
                            numbers.next(),
                            numbers.next(),
                            numbers.next(),
                            numbers.next(),
                            numbers.next(),
                            numbers.next());
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("No command of a path: " + command + " in " + data);
            }
        }
        return path;
    }

    private record Numbers(Scanner tokens) {

        Numbers(String data) {
            this(new Scanner(data));
        }

        double next() {
            return Double.parseDouble(tokens.next());
        }
    }
}
