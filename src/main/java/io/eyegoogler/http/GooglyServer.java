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
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP service: wires routes, workers and Jetty, starts them and stops them in order. */
public final class GooglyServer implements AutoCloseable {

    /** Threads in addition to one per worker and queued request: for uploads, probes and errors. */
    private static final int SPARE_THREADS = 200;
    /** Time for a last stage that began before its deadline, and for sending the response. */
    private static final Duration STOP_MARGIN = Duration.ofSeconds(10);
    /** Time for sending responses to requests that are rejected during shutdown. */
    private static final Duration LAST_BYTES = Duration.ofSeconds(2);

    private final Supplier<EyeGoogler> loader;
    /** Completes once the models are loaded. */
    private final CompletableFuture<EyeGoogler> googler = new CompletableFuture<>();

    private final EyeGooglerConfig googlerConfig;
    private final ServerConfig config;
    private final AdmissionQueue admission;
    private final Metrics metrics;
    private final GracefulShutdown shutdown = new GracefulShutdown();
    private final ProbeRoutes probes;
    private final Cors cors;
    private final Optional<ApiKeys> keys;
    /** Id of the requests that the server sends to itself during the warm-up. */
    private final String warmUpId = UUID.randomUUID().toString();
    /** Key of those requests, where one is required. */
    private final String warmUpKey = UUID.randomUUID().toString();
    /** Created on demand, so that the models are loaded meanwhile. */
    private Javalin javalin;
    /** The listening socket, or null before the start. */
    private ServerSocketChannel socket;

    /** Creates a server that is not started yet. It does not close {@code googler}. */
    public GooglyServer(EyeGoogler googler, ServerConfig config) {
        this(() -> googler, googler.config(), config);
    }

    /**
     * Creates a server that is not started yet.
     *
     * @param loader loads the models, with {@code googlerConfig}, once the server has the address to listen on
     * @throws IllegalArgumentException if the file of keys cannot be read, or has no keys
     */
    public GooglyServer(Supplier<EyeGoogler> loader, EyeGooglerConfig googlerConfig, ServerConfig config) {
        this.loader = loader;
        this.googlerConfig = googlerConfig;
        this.config = config;
        this.cors = new Cors(config.allowOrigins());
        this.keys = config.apiKeysFile().map(file -> ApiKeys.read(file, warmUpKey));
        this.admission = new AdmissionQueue(config.workers(), config.queue(), config.timeout());
        this.metrics = new Metrics(admission::queueLength);
        this.probes = new ProbeRoutes(shutdown, metrics);
    }

    /** Starts as {@link #start(Duration)} does, with the shortest warm-up. */
    public GooglyServer start() {
        return start(Duration.ZERO);
    }

    /**
     * Listens, loads the models and warms them up. Returns when the server is ready; photos that arrive earlier wait.
     *
     * @param warmUp how long to work on sample photos; at least one is processed
     * @throws CannotListenException if the address is not available; no model has been loaded then
     * @throws RuntimeException what the loader throws
     */
    public GooglyServer start(Duration warmUp) {
        try {
            socket = HttpConnector.bind(config);
        } catch (CannotListenException unavailable) {
            admission.close();
            throw unavailable;
        }
        googler.completeAsync(loader);
        // On a worker thread, since TensorFlow initializes some things per thread; submitted before any photo can
        // arrive.
        WarmUp samples = new WarmUp(googler, warmUp);
        CompletableFuture<Void> warmedUp = admission.submit(Cancellation.NEVER, queued -> {}, () -> {
            samples.processPhotos();
            return null;
        });
        javalin().start();
        try {
            if (!warmUp.isZero() && config.queue() > 0) {
                samples.sendRequests(address(), warmUpId, warmUpKey, warmedUp::isDone);
            }
            warmedUp.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        probes.setWarm();
        return this;
    }

    /** Returns an address at which this machine reaches the server. */
    private InetSocketAddress address() {
        InetAddress listening = socket.socket().getInetAddress();
        return new InetSocketAddress(
                listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening, port());
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return javalin().port();
    }

    /** Returns whether {@link #stop} has begun, so that a start that ends now doesn't make the server ready. */
    public boolean isStopping() {
        return shutdown.isStopping();
    }

    synchronized Javalin javalin() {
        if (javalin == null) {
            javalin = Javalin.create(this::configure);
        }
        return javalin;
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Stops accepting work, completes requests in progress and in the queue, then stops listening.
     *
     * @return the number of requests still without a response when time ran out; 0 after an orderly shutdown
     */
    public int stop() {
        int unanswered = shutdown.stop(maxDrain(config.timeout()));
        try {
            javalin().stop();
        } catch (JavalinException late) {
            // Clients that are still reading a response are cut off.
        } finally {
            admission.close();
        }
        return unanswered;
    }

    /** Returns the longest time that {@link #stop} takes if a response may take {@code timeout}. */
    public static Duration maxStopTime(Duration timeout) {
        return maxDrain(timeout).plus(LAST_BYTES);
    }

    private static Duration maxDrain(Duration timeout) {
        return timeout.plus(STOP_MARGIN);
    }

    private void configure(JavalinConfig javalinConfig) {
        javalinConfig.startup.showJavalinBanner = false;
        javalinConfig.startup.startupWatcherEnabled = false;
        javalinConfig.http.prefer405over404 = true;
        // PNG and JPEG are compressed already, and everything else is short.
        javalinConfig.http.compressionStrategy = CompressionStrategy.NONE;
        javalinConfig.router.javaLangErrorHandler(ExceptionMapper::sendError);
        javalinConfig.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.addCustomizer(cors);
            http.setOutputBufferSize(AsyncResponseWriter.MIN_CHUNK);
        });
        javalinConfig.jetty.threadPool =
                new QueuedThreadPool(SPARE_THREADS + config.workers() + config.queue(), SPARE_THREADS / 10);
        javalinConfig.jetty.addConnector((server, http) -> new HttpConnector(server, http, config, socket));
        javalinConfig.jetty.modifyServer(server -> {
            server.setStopTimeout(LAST_BYTES.toMillis());
            server.setErrorHandler(new JettyErrorHandler(metrics, cors));
        });
        register(javalinConfig.routes);
    }

    private void register(RoutesConfig routes) {
        routes.before(new RequestLifecycle(shutdown, metrics, warmUpId)::begin);
        routes.before(cors::preflight);
        keys.ifPresent(required -> routes.before(ctx -> checkKey(ctx, required)));
        PhotoRoutes photos = new PhotoRoutes(googler, admission, metrics, config);
        routes.post("/eyegoogler", photos::googly);
        routes.post("/faces", photos::faces);
        WebPage page = new WebPage();
        get(routes, WebPage.PATH, page::page);
        get(routes, WebPage.FILE_PATH, page::file);
        byte[] contract = OpenApi.document(googlerConfig, config, metrics, page);
        get(routes, "/api", new ApiDocsPage()::send);
        get(routes, "/openapi.json", ctx -> Responses.send(ctx, HttpStatus.OK, Responses.JSON, contract));
        StyleRoutes styles = new StyleRoutes();
        get(routes, StyleRoutes.PATH, styles::list);
        get(routes, StyleRoutes.THUMBNAIL_PATH, styles::thumbnail);
        get(routes, "/health", probes::health);
        get(routes, "/ready", probes::ready);
        get(routes, "/metrics", probes::metrics);
        new ExceptionMapper(metrics).register(routes);
    }

    /** Throws for a {@code POST} without a valid key, before any of its body is read. */
    private void checkKey(Context ctx, ApiKeys required) {
        if (ctx.method() == HandlerType.POST) {
            ApiKeys.Outcome outcome = required.check(ctx.header("Authorization"));
            if (!RequestContext.of(ctx).id().equals(warmUpId)) {
                metrics.keyChecked(outcome);
            }
            if (outcome != ApiKeys.Outcome.ACCEPTED) {
                throw HttpErrorException.unauthorized(outcome);
            }
        }
    }

    /** Registers {@code handler} for HEAD too: without that, Javalin responds to HEAD with 200 and runs no handler. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler).head(path, handler);
    }
}
