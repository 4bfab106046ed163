package io.eyegoogler.cli;

import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.http.GooglyServer;
import io.eyegoogler.http.ServerConfig;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.heif.HeifSupport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server until the process receives a signal. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = ServeCommand.Version.class,
        description = "Serve on HTTP; the default command.",
        footer = "Each option can also be set by the environment variable in parentheses; the option takes precedence.")
public final class ServeCommand implements Callable<Integer> {

    /**
     * Enough for two processors to be ready within 3 s, and for a first photo to take two to three times as long as later
     * ones.
     */
    private static final Duration WARM_UP = Duration.ofMillis(900);

    @Mixin
    private AddressOptions address;

    @Option(
            names = "--max-upload",
            paramLabel = "SIZE",
            defaultValue = "32MB",
            converter = Converters.Bytes.class,
            description = "Maximum size of a request body (EYEGOOGLER_MAX_UPLOAD, default 32MB).")
    private long maxUpload;

    @Option(
            names = "--workers",
            paramLabel = "COUNT",
            converter = Converters.Count.class,
            description = "Photos processed at once (EYEGOOGLER_WORKERS, default: number of processors).")
    private Integer workers;

    @Option(
            names = "--queue",
            paramLabel = "COUNT",
            converter = Converters.Count.class,
            description = "Requests that may wait for a worker (EYEGOOGLER_QUEUE, default: 8 per worker).")
    private Integer queue;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Converters.Time.class,
            description = "Time limit from the end of the upload to the response (EYEGOOGLER_TIMEOUT, default 10s).")
    private Duration timeout;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.Format.class,
            description = "Format of the log: text or json (EYEGOOGLER_LOG_FORMAT, default text).")
    private LogFormat logFormat;

    @Option(
            names = "--allow-origins",
            paramLabel = "ORIGINS",
            defaultValue = "",
            description = "Origins whose pages may call the service, comma-separated, or *"
                    + " (EYEGOOGLER_ALLOW_ORIGINS, default: none).")
    private String allowOrigins;

    @Option(
            names = "--api-keys-file",
            paramLabel = "FILE",
            description = "File of keys, one per line; each POST then needs one, as a bearer token"
                    + " (EYEGOOGLER_API_KEYS_FILE, default: none).")
    private Path apiKeysFile;

    @Mixin
    private DetectorOptions detector;

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig config = config();
        Logging.configure(logFormat);
        PhotoReader.keepOffDisk();
        EyeGooglerConfig googlerConfig = detector.config();
        GooglyServer server =
                new GooglyServer(() -> NativeLibrary.load(googlerConfig, log()::info), googlerConfig, config);
        start(server);
        if (!server.isStopping()) {
            log().info(HeifSupport.of(googlerConfig.heif()).explanation());
            log().info("EyeGoogler is ready at {}", config.url(server.port()));
        }
        // The server's own threads do not keep the process alive; only a signal ends it.
        new CountDownLatch(1).await();
        return ExitStatus.OK.code();
    }

    /**
     * Starts the server, with the shutdown hook in place first: a request accepted during the start must not be lost.
     */
    private static void start(GooglyServer server) {
        Thread hook = new Thread(() -> stop(server), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.start(WARM_UP);
        } catch (RuntimeException failure) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                // The hook is running and decides the exit status.
            }
            throw failure;
        }
    }

    private static void stop(GooglyServer server) {
        log().info("EyeGoogler is stopping; requests in progress will be completed");
        int unanswered = server.stop();
        log().info("EyeGoogler has stopped; requests without a response: {}", unanswered);
        // An orderly stop is a success; the JVM would return 128 plus the signal's number.
        Runtime.getRuntime().halt((unanswered == 0 ? ExitStatus.OK : ExitStatus.FAILED).code());
    }

    /** Not a constant: every start creates all commands, and logging takes half a second that only this one needs. */
    private static Logger log() {
        return LoggerFactory.getLogger(ServeCommand.class);
    }

    private ServerConfig config() {
        int workerCount = workers == null ? ServerConfig.DEFAULT.workers() : workers;
        int queueLength = queue == null ? ServerConfig.queueFor(workerCount) : queue;
        Set<String> origins = allowOrigins.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(allowOrigins.strip().split("\\s*,\\s*", -1)));
        return new ServerConfig(
                address.host(),
                address.port(),
                maxUpload,
                workerCount,
                queueLength,
                timeout,
                origins,
                Optional.ofNullable(apiKeysFile));
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ServeCommand.class.getPackage().getImplementationVersion();
            return new String[] {"EyeGoogler " + (version == null ? "(built from source)" : version)};
        }
    }
}
