package io.eyegoogler.evaluate.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.eyegoogler.Box;
import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.FaceScore;
import io.eyegoogler.evaluate.Figures;
import io.eyegoogler.evaluate.Metric;
import io.eyegoogler.evaluate.PhotoRun;
import io.eyegoogler.evaluate.SliceFigures;
import java.util.List;
import java.util.stream.Collector;

/**
 * Everything as JSON: figures, slices, and each photo's faces and detections, so that two runs can be compared face by
 * face. Boxes are [x, y, width, height] and points [x, y], px of the upright photo, as in annotations.
 */
public final class JsonReport {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    /** A hundredth of a pixel or of a millisecond is more than is known. */
    private static final double PLACES = 100;

    private JsonReport() {}

    public static String of(Report report) {
        JsonObject json = new JsonObject();
        json.addProperty("photos", report.photos().toString());
        json.add(
                "detectors",
                report.evaluations().stream().map(JsonReport::evaluation).collect(array()));
        json.add("missed_floors", GSON.toJsonTree(report.missedFloors()));
        json.add("left_out", GSON.toJsonTree(report.problems()));
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject evaluation(Evaluation evaluation) {
        JsonObject json = new JsonObject();
        json.addProperty("name", evaluation.name());
        json.addProperty("decode_ms_median", rounded(evaluation.decodeMs()));
        json.addProperty("detect_ms_median", rounded(evaluation.detectMs()));
        json.add("overall", figures(evaluation.overall()));
        json.add("slices", evaluation.slices().stream().map(JsonReport::slice).collect(array()));
        json.add("photos", evaluation.runs().stream().map(JsonReport::run).collect(array()));
        return json;
    }

    private static JsonObject figures(Figures figures) {
        JsonObject json = new JsonObject();
        json.add("counts", GSON.toJsonTree(figures.sums()));
        for (Metric metric : Metric.values()) {
            figures.get(metric).ifPresent(estimate -> {
                JsonObject figure = new JsonObject();
                figure.addProperty("value", estimate.value());
                estimate.interval().ifPresent(interval -> {
                    figure.addProperty("low", interval.low());
                    figure.addProperty("high", interval.high());
                });
                json.add(metric.id(), figure);
            });
        }
        return json;
    }

    private static JsonObject slice(SliceFigures slice) {
        JsonObject json = new JsonObject();
        json.addProperty("slice", slice.slice().toString());
        json.add("worse", GSON.toJsonTree(slice.worse().stream().map(Metric::id).toList()));
        json.add("figures", figures(slice.figures()));
        return json;
    }

    private static JsonObject run(PhotoRun run) {
        JsonObject json = new JsonObject();
        json.addProperty("name", run.name());
        json.addProperty("decode_ms", rounded(run.decodeMs()));
        json.addProperty("detect_ms", rounded(run.detectMs()));
        json.add("faces", run.score().faces().stream().map(JsonReport::face).collect(array()));
        json.add(
                "false_alarms",
                run.score().falseAlarms().stream().map(JsonReport::detection).collect(array()));
        json.add(
                "uncounted",
                run.score().uncounted().stream().map(JsonReport::detection).collect(array()));
        return json;
    }

    private static JsonObject face(FaceScore score) {
        JsonObject json = new JsonObject();
        json.add("box", numbers(score.face().box()));
        json.addProperty("found", score.isFound());
        score.eyeError().ifPresent(error -> {
            json.addProperty("eye_error", error);
            json.addProperty("right", score.isRight());
        });
        score.detection().ifPresent(detection -> json.add("detection", detection(detection)));
        return json;
    }

    private static JsonObject detection(Face detection) {
        JsonObject json = new JsonObject();
        json.addProperty("score", detection.score());
        json.add("box", numbers(detection.box()));
        List<Point> eyes =
                List.of(detection.keypoints().rightEye(), detection.keypoints().leftEye());
        json.add("eyes", eyes.stream().map(eye -> numbers(eye.x(), eye.y())).collect(array()));
        return json;
    }

    private static JsonArray numbers(Box box) {
        return numbers(box.x(), box.y(), box.width(), box.height());
    }

    private static JsonArray numbers(double... values) {
        JsonArray numbers = new JsonArray();
        for (double value : values) {
            numbers.add(rounded(value));
        }
        return numbers;
    }

    private static double rounded(double value) {
        return Math.round(value * PLACES) / PLACES;
    }

    private static <T extends JsonElement> Collector<T, ?, JsonArray> array() {
        return Collector.of(JsonArray::new, JsonArray::add, (left, right) -> {
            left.addAll(right);
            return left;
        });
    }
}
