package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;

/** Handles {@code GET /health}, {@code GET /ready} and {@code GET /metrics}. */
final class ProbeRoutes {

    private static final String TEXT = "text/plain;charset=utf-8";

    private final GracefulShutdown shutdown;
    private final Metrics metrics;
    private volatile boolean warm;

    ProbeRoutes(GracefulShutdown shutdown, Metrics metrics) {
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /** Makes {@code /ready} report ready from now on, until shutdown begins. */
    void setWarm() {
        warm = true;
    }

    void health(Context ctx) {
        send(ctx, HttpStatus.OK, "OK");
    }

    void ready(Context ctx) {
        if (shutdown.isStopping()) {
            send(ctx, HttpStatus.SERVICE_UNAVAILABLE, "stopping");
        } else if (!warm) {
            send(ctx, HttpStatus.SERVICE_UNAVAILABLE, "starting");
        } else {
            send(ctx, HttpStatus.OK, "ready");
        }
    }

    void metrics(Context ctx) {
        Responses.send(ctx, HttpStatus.OK, Metrics.MEDIA_TYPE, metrics.text());
    }

    private static void send(Context ctx, HttpStatus status, String text) {
        Responses.send(ctx, status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
