package io.eyegoogler.http;

import io.javalin.http.Context;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** Gives every request an id; admits, counts and logs those that are not probes. */
final class RequestLifecycle {

    /** Never queued, and neither counted nor logged. */
    private static final Set<String> PROBES = Set.of("/health", "/ready", "/metrics");
    /** Counted and logged under their own names. */
    private static final Set<String> ENDPOINTS =
            Set.of("/eyegoogler", "/faces", "/api", "/openapi.json", StyleRoutes.PATH);

    /** What every other path is counted and logged as. */
    static final String OTHER = "other";

    private final GracefulShutdown shutdown;
    private final Metrics metrics;
    private final String warmUpId;

    /**
     * Creates the life cycle of all requests.
     *
     * @param warmUpId the id of the service's requests to itself, which are neither counted nor logged
     */
    RequestLifecycle(GracefulShutdown shutdown, Metrics metrics, String warmUpId) {
        this.warmUpId = warmUpId;
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /** Runs before every handler. */
    void begin(Context ctx) {
        RequestContext context = RequestContext.begin(ctx);
        String path = ctx.path().replaceFirst("/$", "");
        if (PROBES.contains(path) || context.id().equals(warmUpId)) {
            return;
        }
        String method = ctx.method().name();
        String endpoint = endpoint(path);
        metrics.begin();
        boolean entered = shutdown.tryEnter();
        Request request = ServletContextRequest.getServletContextRequest(ctx.req());
        Request.addCompletionListener(request, failure -> {
            try {
                context.complete();
                metrics.end(endpoint, context);
                RequestLog.write(method, endpoint, context);
            } finally {
                if (entered) {
                    shutdown.leave();
                }
            }
        });
        if (!entered) {
            throw HttpErrorException.unavailable(HttpErrorException.Reason.STOPPING);
        }
    }

    /** Returns the label of a path in metrics and log, which never contains text from a client. */
    private static String endpoint(String path) {
        if (path.isEmpty()) {
            return WebPage.PATH;
        }
        if (path.startsWith(WebPage.FILES_LABEL + "/")) {
            return WebPage.FILES_LABEL;
        }
        if (path.startsWith(StyleRoutes.PATH + "/")) {
            return StyleRoutes.PATH;
        }
        return ENDPOINTS.contains(path) ? path : OTHER;
    }
}
