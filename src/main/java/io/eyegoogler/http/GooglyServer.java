package io.eyegoogler.http;

import io.eyegoogler.EyeGoogler;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;

/** The HTTP service: routes, and what holds for every request. */
public final class GooglyServer {

    private static final String HEALTHY = "OK";
    /** For the last answers to be sent after they are due. */
    private static final Duration STOP_MARGIN = Duration.ofSeconds(2);

    private GooglyServer() {}

    /** A server that isn't started yet. It doesn't close {@code googler}. */
    public static Javalin create(EyeGoogler googler, ServerSettings settings) {
        Admission admission = new Admission(settings.workers(), settings.queue());
        PhotoRoutes photos = new PhotoRoutes(googler, admission, settings.maxUpload());
        return Javalin.create(config -> {
            configure(config, settings);
            config.routes.before(ctx -> Exchange.begin(ctx, settings.timeout()));
            config.routes.before(ctx -> refuseTooLarge(ctx, settings.maxUpload()));
            config.routes.post("/eyegoogler", photos::googly);
            config.routes.post("/faces", photos::faces);
            config.routes.get("/health", ctx -> ctx.result(HEALTHY));
            config.routes.after(Exchange::end);
            Problems.register(config.routes);
        });
    }

    private static void configure(JavalinConfig config, ServerSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // PNG and JPEG are compressed already, and the rest is short.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        // Jetty counts a part without a file name, which may be the photo, among a form's short fields.
        config.jetty.modifyServletContextHandler(
                context -> context.setMaxFormContentSize((int) settings.maxUpload()));
        config.jetty.modifyServer(server -> {
            // Without it, a stop would drop requests in flight; they end within their own timeout, or with it.
            server.setStopTimeout(settings.timeout().plus(STOP_MARGIN).toMillis());
            server.setErrorHandler(new JettyProblems());
        });
    }

    /** Before any of the body is read: a client that waits for "100 Continue" sends none of it. */
    private static void refuseTooLarge(Context ctx, long maxUpload) {
        if (ctx.req().getContentLengthLong() > maxUpload) {
            throw Refusal.tooLarge(maxUpload);
        }
    }
}
