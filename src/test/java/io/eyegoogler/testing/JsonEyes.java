package io.eyegoogler.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws eyes from the JSON that the service gives, with nothing of the program: each pixel asks of each shape how many
 * of its sample points lie in it.
 */
public final class JsonEyes {

    /** Sample points along a pixel's side. */
    private static final int SAMPLES = 4;
    /** Straight pieces that stand for a curve. */
    private static final int PIECES = 12;
    /** Nothing of an eye lies farther from its centre, radii. */
    private static final double EXTENT = 1.5;

    /** An eye to draw: px, radians clockwise, and the pupil in the unit disc. */
    public record Place(boolean left, double x, double y, double radius, double roll, double pupilX, double pupilY) {}

    private final int width;
    private final int height;
    /** Red, green, blue, premultiplied by alpha, and alpha, 0..1. */
    private final double[][] pixels;

    public JsonEyes(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new double[width * height][4];
    }

    /** The picture, row by row: red, green, blue, premultiplied by alpha, and alpha, 0..1. */
    public double[][] pixels() {
        return pixels;
    }

    public void draw(JsonObject style, Place eye) {
        for (JsonElement part : style.getAsJsonArray("parts")) {
            draw(part.getAsJsonObject(), style.get("reach").getAsDouble() * eye.radius, eye);
        }
    }

    private void draw(JsonObject part, double reach, Place eye) {
        List<List<double[]>> lines = part.has("path") ? lines(part.get("path").getAsString()) : List.of();
        for (int i = 0; i < pixels.length; i++) {
            double x = i % width + 0.5;
            double y = i / width + 0.5;
            if (Math.hypot(x - eye.x, y - eye.y) > EXTENT * eye.radius + 2) {
                continue;
            }
            int hits = 0;
            for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                double sampleX = i % width + (sample % SAMPLES + 0.5) / SAMPLES;
                double sampleY = i / width + (sample / SAMPLES + 0.5) / SAMPLES;
                hits += covers(part, lines, reach, eye, sampleX, sampleY) ? 1 : 0;
            }
            blend(pixels[i], part.get("fill").getAsString(), (double) hits / (SAMPLES * SAMPLES));
        }
    }

    private static boolean covers(
            JsonObject part, List<List<double[]>> lines, double reach, Place eye, double x, double y) {
        if (part.get("inside").getAsBoolean() && Math.hypot(x - eye.x, y - eye.y) > eye.radius) {
            return false;
        }
        String on = part.get("on").getAsString();
        boolean onEye = on.equals("eye");
        double dx = (x - eye.x - (onEye ? 0 : reach * eye.pupilX)) / eye.radius;
        double dy = (y - eye.y - (onEye ? 0 : reach * eye.pupilY)) / eye.radius;
        double roll = on.equals("light") ? 0 : eye.roll;
        double partX = dx * Math.cos(roll) + dy * Math.sin(roll);
        double partY = dy * Math.cos(roll) - dx * Math.sin(roll);
        if (part.get("mirror").getAsBoolean() && eye.left) {
            partX = -partX;
        }
        double half = part.has("stroke") ? part.get("stroke").getAsDouble() / 2 : -1;
        if (part.has("circle")) {
            JsonArray circle = part.getAsJsonArray("circle");
            double beyond = Math.hypot(
                            partX - circle.get(0).getAsDouble(),
                            partY - circle.get(1).getAsDouble())
                    - circle.get(2).getAsDouble();
            return half < 0 ? beyond <= 0 : Math.abs(beyond) <= half;
        }
        return half < 0 ? winding(lines, partX, partY) != 0 : distance(lines, partX, partY) <= half;
    }

    private static void blend(double[] pixel, String fill, double coverage) {
        double alpha = fill.length() > 7 ? Integer.parseInt(fill.substring(7), 16) / 255.0 : 1;
        double source = alpha * coverage;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(fill.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            pixel[i] = source * channel + (1 - source) * pixel[i];
        }
        pixel[3] = source + (1 - source) * pixel[3];
    }

    private static int winding(List<List<double[]>> lines, double x, double y) {
        int winding = 0;
        for (List<double[]> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                double[] from = line.get(i);
                double[] to = line.get((i + 1) % line.size());
                if ((from[1] <= y) != (to[1] <= y)
                        && x < from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0])) {
                    winding += from[1] <= y ? 1 : -1;
                }
            }
        }
        return winding;
    }

    private static double distance(List<List<double[]>> lines, double x, double y) {
        double least = Double.MAX_VALUE;
        for (List<double[]> line : lines) {
            for (int i = 0; i + 1 < line.size(); i++) {
                double[] from = line.get(i);
                double dx = line.get(i + 1)[0] - from[0];
                double dy = line.get(i + 1)[1] - from[1];
                double along = ((x - from[0]) * dx + (y - from[1]) * dy) / Math.max(1e-12, dx * dx + dy * dy);
                double share = Math.min(1, Math.max(0, along));
                least = Math.min(least, Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy));
            }
        }
        return least;
    }

    /** The path as polylines, a closed one ending where it began. */
    private static List<List<double[]>> lines(String path) {
        List<List<double[]>> lines = new ArrayList<>();
        List<double[]> line = new ArrayList<>();
        for (String command : path.split(" (?=[MLQCZ])")) {
            double[] numbers = numbers(command);
            switch (command.charAt(0)) {
                case 'M' -> {
                    line = new ArrayList<>(List.of(numbers));
                    lines.add(line);
                }
                case 'L' -> line.add(numbers);
                case 'Q', 'C' -> curve(line, numbers);
                case 'Z' -> line.add(line.get(0));
                default -> throw new IllegalArgumentException(path);
            }
        }
        return lines;
    }

    private static double[] numbers(String command) {
        String[] words = command.split(" ");
        double[] numbers = new double[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(words[i + 1]);
        }
        return numbers;
    }

    /** By de Casteljau. */
    private static void curve(List<double[]> line, double[] controls) {
        double[] start = line.get(line.size() - 1);
        for (int piece = 1; piece <= PIECES; piece++) {
            double t = (double) piece / PIECES;
            List<double[]> points = new ArrayList<>(List.of(start));
            for (int i = 0; i < controls.length; i += 2) {
                points.add(new double[] {controls[i], controls[i + 1]});
            }
            while (points.size() > 1) {
                for (int i = 0; i + 1 < points.size(); i++) {
                    double[] a = points.get(i);
                    double[] b = points.get(i + 1);
                    points.set(i, new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])});
                }
                points.remove(points.size() - 1);
            }
            line.add(points.get(0));
        }
    }
}
