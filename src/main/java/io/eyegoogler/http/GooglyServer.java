package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP service: routes, what holds for every request, and an orderly end. */
public final class GooglyServer implements AutoCloseable {

    private static final String TEXT = "text/plain;charset=utf-8";
    /** Never queued, and neither counted nor logged. */
    private static final Set<String> PROBES = Set.of("/health", "/ready", "/metrics");
    /** Counted and logged under their own names. */
    private static final Set<String> ENDPOINTS =
            Set.of("/eyegoogler", "/faces", "/api", "/openapi.json", StyleRoutes.PATH);

    private static final String OTHER_PATH = "other";
    /** A connection that brings nothing for so long is closed; in an upload, that is a stall. */
    static final Duration IDLE = Duration.ofSeconds(10);
    /** Threads beside those that work on photos or wait for it: for uploads, probes and refusals. */
    private static final int SPARE_THREADS = 200;
    /** Connections that the system accepts before this program does; it may allow fewer. */
    private static final int ACCEPT_QUEUE = 1024;
    /** For a last stage that began in time, and for the answer to be sent. */
    private static final Duration STOP_MARGIN = Duration.ofSeconds(10);

    /** For what is refused during a stop to be sent. */
    private static final Duration LAST_BYTES = Duration.ofSeconds(2);

    /** Done once the models are loaded. */
    private final CompletableFuture<EyeGoogler> googler;

    private final EyeGooglerConfig googlerSettings;
    private final ServerConfig settings;
    private final AdmissionQueue admission;
    private final Metrics metrics;
    private final GracefulShutdown drain = new GracefulShutdown();
    private final Javalin javalin;
    private volatile boolean warm;

    /** A server that isn't started yet. It doesn't close {@code googler}. */
    public GooglyServer(EyeGoogler googler, ServerConfig settings) {
        this(CompletableFuture.completedFuture(googler), googler.config(), settings);
    }

    /** A server whose {@code googler}, made with {@code googlerSettings}, may still be loading. */
    public GooglyServer(
            CompletableFuture<EyeGoogler> googler, EyeGooglerConfig googlerSettings, ServerConfig settings) {
        this.googler = googler;
        this.googlerSettings = googlerSettings;
        this.settings = settings;
        this.admission = new AdmissionQueue(settings.workers(), settings.queue(), settings.timeout());
        this.metrics = new Metrics(admission::queueLength);
        this.javalin = Javalin.create(this::configure);
    }

    /** As {@link #start(Duration)}, with the shortest warm-up. */
    public GooglyServer start() {
        return start(Duration.ZERO);
    }

    /**
     * Listens, and says that it is ready once the models are loaded and have worked for {@code warmUp}, on one photo at
     * least. Photos that come before that wait for it.
     *
     * @throws CannotListenException if the address can't be had
     * @throws IllegalArgumentException if the models can't be loaded
     */
    public GooglyServer start(Duration warmUp) {
        // By a worker, since TensorFlow sets up some things for each thread; and before any photo can come.
        CompletableFuture<Void> warmedUp = admission.submit(Cancellation.NEVER, queued -> {}, () -> {
            WarmUp.run(googler.join(), warmUp);
            return null;
        });
        try {
            javalin.start();
            warmedUp.join();
        } catch (JavalinException failure) {
            admission.close();
            throw new CannotListenException(settings.host(), settings.port(), failure);
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        warm = true;
        return this;
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    Javalin javalin() {
        return javalin;
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Takes no more work, answers what is under way and what waits, then stops listening.
     *
     * @return how many requests were still unanswered when there was no more time; 0 is an orderly end
     */
    public int stop() {
        int unanswered = drain.stop(longestDrain(settings.timeout()));
        try {
            javalin.stop();
        } catch (JavalinException late) {
            // Whoever still reads an answer is cut off.
        } finally {
            admission.close();
        }
        return unanswered;
    }

    /** How long {@link #stop} takes at most, where an answer may take {@code timeout}. */
    public static Duration longestStop(Duration timeout) {
        return longestDrain(timeout).plus(LAST_BYTES);
    }

    private static Duration longestDrain(Duration timeout) {
        return timeout.plus(STOP_MARGIN);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // PNG and JPEG are compressed already, and the rest is short.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.javaLangErrorHandler(ExceptionMapper::error);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setOutputBufferSize(AsyncResponseWriter.MIN_PIECE);
        });
        config.jetty.threadPool =
                new QueuedThreadPool(SPARE_THREADS + settings.workers() + settings.queue(), SPARE_THREADS / 10);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(LAST_BYTES.toMillis());
            server.setErrorHandler(new JettyErrorHandler());
        });
        routes(config);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http)) {
            @Override
            protected SocketChannelEndPoint newEndPoint(
                    SocketChannel channel, ManagedSelector selector, SelectionKey key) throws IOException {
                DisconnectAwareEndPoint connection =
                        new DisconnectAwareEndPoint(channel, selector, key, getScheduler());
                connection.setIdleTimeout(getIdleTimeout());
                return connection;
            }
        };
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        return connector;
    }

    private void routes(JavalinConfig config) {
        PhotoRoutes photos = new PhotoRoutes(googler, admission, metrics, settings);
        config.routes.before(this::begin);
        config.routes.post("/eyegoogler", photos::googly);
        config.routes.post("/faces", photos::faces);
        WebPage page = new WebPage();
        page.register(config.routes);
        byte[] contract = OpenApi.document(googlerSettings, settings, metrics, page);
        get(config.routes, "/api", new ApiDocsPage()::send);
        get(config.routes, "/openapi.json", ctx -> Responses.send(ctx, HttpStatus.OK, OpenApi.MEDIA_TYPE, contract));
        StyleRoutes styles = new StyleRoutes();
        get(config.routes, StyleRoutes.PATH, styles::list);
        get(config.routes, StyleRoutes.THUMBNAIL_PATH, styles::thumbnail);
        get(config.routes, "/health", ctx -> text(ctx, HttpStatus.OK, "OK"));
        get(config.routes, "/ready", this::ready);
        get(config.routes, "/metrics", ctx -> Responses.send(ctx, HttpStatus.OK, Metrics.MEDIA_TYPE, metrics.text()));
        new ExceptionMapper(metrics).register(config.routes);
    }

    /** HEAD must answer as GET does; left to itself Javalin answers it with 200 unseen. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler).head(path, handler);
    }

    /** Every request gets an id; those that aren't probes are let in, counted and logged. */
    private void begin(Context ctx) {
        RequestContext exchange = RequestContext.begin(ctx);
        String path = ctx.path().replaceFirst("/$", "");
        if (PROBES.contains(path)) {
            return;
        }
        String method = ctx.method().name();
        String endpoint = endpoint(path);
        metrics.arrived();
        boolean entered = drain.tryEnter();
        Request request = ServletContextRequest.getServletContextRequest(ctx.req());
        Request.addCompletionListener(request, failure -> {
            try {
                exchange.over();
                metrics.answered(endpoint, exchange);
                RequestLog.write(method, endpoint, exchange);
            } finally {
                if (entered) {
                    drain.leave();
                }
            }
        });
        if (!entered) {
            throw HttpErrorException.unavailable(HttpErrorException.Reason.STOPPING);
        }
    }

    /** What metrics and log call a path: none of their words is a caller's. */
    private static String endpoint(String path) {
        if (path.isEmpty()) {
            return WebPage.PATH;
        }
        if (path.startsWith(WebPage.PARTS + "/")) {
            return WebPage.PARTS;
        }
        if (path.startsWith(StyleRoutes.PATH + "/")) {
            return StyleRoutes.PATH;
        }
        return ENDPOINTS.contains(path) ? path : OTHER_PATH;
    }

    private void ready(Context ctx) {
        if (drain.isStopping()) {
            text(ctx, HttpStatus.SERVICE_UNAVAILABLE, "stopping");
        } else if (!warm) {
            text(ctx, HttpStatus.SERVICE_UNAVAILABLE, "starting");
        } else {
            text(ctx, HttpStatus.OK, "ready");
        }
    }

    private static void text(Context ctx, HttpStatus status, String text) {
        Responses.send(ctx, status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
