package io.eyegoogler.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** The service's metrics, for Prometheus. No label contains text from a client. */
final class Metrics {

    static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /** Value of the label {@code status}, and of the log's, for a response that was not sent completely. */
    static final String ABORTED = "aborted";

    /** Seconds; a portrait takes tens of ms, a large group a second, and the default timeout is 10 s. */
    private static final double[] DURATIONS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private static final double[] FACES = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55};
    private static final double[] PIXELS = {1e5, 3e5, 1e6, 2e6, 5e6, 1.2e7, 2.5e7, 5e7, 1e8};

    private static final String PREFIX = "eyegoogler_";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("eyegoogler_requests_total")
            .help("Requests by status, or aborted if the client left or stopped reading.")
            .labelNames("endpoint", "status")
            .register(registry);
    private final Histogram durations = histogram(
                    "eyegoogler_request_duration", "Time from arrival to the end of the response.", DURATIONS)
            .unit(Unit.SECONDS)
            .labelNames("endpoint")
            .register(registry);
    private final Histogram stages = histogram("eyegoogler_stage_duration", "Time in each stage.", DURATIONS)
            .unit(Unit.SECONDS)
            .labelNames("stage")
            .register(registry);
    private final Gauge inProgress = Gauge.builder()
            .name("eyegoogler_requests_in_progress")
            .help("Requests in progress.")
            .register(registry);
    private final Counter rejected = Counter.builder()
            .name("eyegoogler_rejected_total")
            .help("Requests rejected for lack of capacity.")
            .labelNames("reason")
            .register(registry);
    private final Counter keyChecks = Counter.builder()
            .name("eyegoogler_key_checks_total")
            .help("Requests that need a key, by outcome.")
            .labelNames("outcome")
            .register(registry);
    private final Histogram faces = histogram("eyegoogler_faces_per_photo", "Faces found per photo.", FACES)
            .register(registry);
    private final Counter withoutFace = Counter.builder()
            .name("eyegoogler_photos_without_face_total")
            .help("Photos in which no face was found.")
            .register(registry);
    private final Histogram pixels =
            histogram("eyegoogler_photo_pixels", "Pixels per photo.", PIXELS).register(registry);

    Metrics(IntSupplier queueLength) {
        JvmMetrics.builder().register(registry);
        GaugeWithCallback.builder()
                .name("eyegoogler_queue_length")
                .help("Requests waiting for a worker.")
                .callback(callback -> callback.call(queueLength.getAsInt()))
                .register(registry);
        for (HttpErrorException.Reason reason : HttpErrorException.Reason.values()) {
            rejected.initLabelValues(reason.label());
        }
        for (ApiKeys.Outcome outcome : ApiKeys.Outcome.values()) {
            keyChecks.initLabelValues(outcome.label());
        }
    }

    private static Histogram.Builder histogram(String name, String help, double[] bounds) {
        return Histogram.builder().name(name).help(help).classicOnly().classicUpperBounds(bounds);
    }

    /** Counts a request that has arrived. */
    void begin() {
        inProgress.inc();
    }

    /** Counts a request whose response has been sent or has failed. */
    void end(String endpoint, RequestContext context) {
        inProgress.dec();
        String status = context.isAborted() ? ABORTED : Integer.toString(context.status());
        requests.labelValues(endpoint, status).inc();
        durations.labelValues(endpoint).observe(Unit.nanosToSeconds(context.elapsed()));
        context.stages()
                .forEach((stage, nanoseconds) -> stages.labelValues(stage).observe(Unit.nanosToSeconds(nanoseconds)));
        observe(context.facts().get("pixels"), context.facts().get("faces"));
    }

    /** Counts a request that was rejected for lack of capacity. */
    void rejected(HttpErrorException.Reason reason) {
        rejected.labelValues(reason.label()).inc();
    }

    /** Counts a request whose key was checked. */
    void keyChecked(ApiKeys.Outcome outcome) {
        keyChecks.labelValues(outcome.label()).inc();
    }

    /** Observes a photo that has been processed; null for what is not known of it. */
    private void observe(Long photoPixels, Long facesFound) {
        if (photoPixels != null) {
            pixels.observe(photoPixels);
        }
        if (facesFound != null) {
            faces.observe(facesFound);
            if (facesFound == 0) {
                withoutFace.inc();
            }
        }
    }

    /** Returns the service's own metrics as a list in Markdown. */
    String list() {
        return registry.scrape().stream()
                .filter(metric -> name(metric).startsWith(PREFIX))
                .map(metric ->
                        "- `" + name(metric) + "`: " + metric.getMetadata().getHelp())
                .collect(Collectors.joining("\n"));
    }

    private static String name(MetricSnapshot metric) {
        return metric.getMetadata().getPrometheusName() + (metric instanceof CounterSnapshot ? "_total" : "");
    }

    /** Returns all metrics in Prometheus' text format. */
    byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toByteArray();
    }
}
