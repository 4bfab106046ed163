package io.eyegoogler.eyes;

import java.awt.geom.Path2D;
import java.util.Scanner;

/**
 * Parses SVG path data as {@link StyleShape}s have it: the absolute commands M, L, Q, C and Z, each with its letter,
 * and blanks between all tokens.
 */
final class SvgPathParser {

    private SvgPathParser() {}

    /** Returns the path that {@code data} describes. */
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
                default -> throw new IllegalArgumentException("Unknown path command: " + command + " in " + data);
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
