package io.eyegoogler.cli;

import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.http.GooglyServer;
import io.eyegoogler.http.ServerConfig;
import io.eyegoogler.image.PhotoReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server until the process is told to stop. */
@Command(
        name = "eyegoogler",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        description = "Give the people in photos googly eyes: over HTTP, or, with the command googly, in files.",
        footer = "Each setting can be given by the environment variable in brackets as well; an option wins.")
public final class RootCommand implements Callable<Integer> {

    @Mixin
    private AddressOptions address;

    @Option(
            names = "--max-upload",
            paramLabel = "SIZE",
            defaultValue = "32MB",
            converter = BytesConverter.class,
            description = "Largest request body (EYEGOOGLER_MAX_UPLOAD, 32MB).")
    private long maxUpload;

    @Option(
            names = "--workers",
            paramLabel = "COUNT",
            description = "Photos worked on at once (EYEGOOGLER_WORKERS, one for each processor).")
    private Integer workers;

    @Option(
            names = "--queue",
            paramLabel = "COUNT",
            description = "Requests that may wait (EYEGOOGLER_QUEUE, 8 for each worker).")
    private Integer queue;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "From a request's complete arrival to its answer (EYEGOOGLER_TIMEOUT, 10s).")
    private Duration timeout;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (EYEGOOGLER_LOG_FORMAT, text).")
    private LogFormat logFormat;

    @Mixin
    private DetectorOptions shared;

    /** So much that two processors are ready within 3 s, and that a first photo takes about three times as long as later ones. */
    private static final Duration WARM_UP = Duration.ofMillis(900);

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerConfig settings = settings();
        LoggingSetup.configure(logFormat);
        PhotoReader.keepOffDisk();
        NativeLibraryCache.configure().ifPresent(folder -> log().info(
                        "Unpacking TensorFlow, {} MB, into {} (first start only)",
                        NativeLibraryCache.MEGABYTES,
                        folder));
        EyeGooglerConfig googlerSettings = shared.settings();
        CompletableFuture<EyeGoogler> googler = CompletableFuture.supplyAsync(() -> EyeGoogler.load(googlerSettings));
        GooglyServer server = new GooglyServer(googler, googlerSettings, settings);
        start(server);
        log().info("EyeGoogler serves on http://{}:{}", settings.host(), server.port());
        // The server's own threads don't keep the process alive; only a signal ends it.
        new CountDownLatch(1).await();
        return ExitStatus.OK.code();
    }

    /** Photos are taken while it starts, and so a signal that comes then must not lose them. */
    private static void start(GooglyServer server) {
        Thread stop = new Thread(() -> stop(server), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            server.start(WARM_UP);
        } catch (RuntimeException failure) {
            try {
                Runtime.getRuntime().removeShutdownHook(stop);
            } catch (IllegalStateException alreadyStopping) {
                // Then the hook has the last word.
            }
            throw failure;
        }
    }

    private static void stop(GooglyServer server) {
        log().info("EyeGoogler stops: no more work is taken, what is under way is answered");
        int unanswered = server.stop();
        log().info("EyeGoogler has stopped, {} requests unanswered", unanswered);
        // An orderly end is a success, while the JVM would return 128 and the signal's number.
        Runtime.getRuntime().halt((unanswered == 0 ? ExitStatus.OK : ExitStatus.FAILED).code());
    }

    /** Not a constant: every command is made at each start, and the log costs half a second that only this one needs. */
    private static Logger log() {
        return LoggerFactory.getLogger(RootCommand.class);
    }

    private ServerConfig settings() {
        int atOnce = workers == null ? ServerConfig.DEFAULT.workers() : workers;
        int waiting = queue == null ? ServerConfig.queueFor(atOnce) : queue;
        return new ServerConfig(address.host(), address.port(), maxUpload, atOnce, waiting, timeout);
    }

    /** What the jar's manifest says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"EyeGoogler " + (version == null ? "(built from source)" : version)};
        }
    }

    /** For {@code 32MB}. */
    static final class BytesConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return UnitParser.bytes(text);
        }
    }

    /** For {@code 10s}. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return UnitParser.duration(text);
        }
    }
}
