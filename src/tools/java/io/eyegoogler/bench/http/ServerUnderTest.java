package io.eyegoogler.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, on a free port of this machine; its output goes to a file. */
public final class ServerUnderTest implements AutoCloseable {

    private static final Path LOGS = Path.of("target/bench");
    private static final Duration MAX_START = Duration.ofSeconds(120);
    private static final long STOP_SECONDS = 30;
    private static final long POLL_MS = 20;
    private static final int OK = 200;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final int port;
    private final Path log;
    private final Duration startTime;

    private ServerUnderTest(ProcessBuilder builder, int port, String name, String probe) {
        this.port = port;
        this.log = LOGS.resolve(name + ".log");
        long begin = System.nanoTime();
        try {
            Files.createDirectories(LOGS);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // Not even an interrupted measurement leaves a server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitAnswer(probe);
        startTime = Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * This program's jar, with the heap that its README names unless the environment variable {@code SERVER_JAVA} has
     * other options for the JVM; ready once {@code /ready} says so.
     */
    public static ServerUnderTest jar(Path jar, String detection, List<String> jvmOptions) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(jvmOptions);
        command.addAll(
                List.of(System.getenv().getOrDefault("SERVER_JAVA", "-Xmx1600m").split(" ")));
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        int port = freePort();
        builder.environment()
                .putAll(Map.of("EYEGOOGLER_PORT", Integer.toString(port), "EYEGOOGLER_DETECTION", detection));
        return new ServerUnderTest(builder, port, detection, "/ready");
    }

    /** A FastAPI program {@code server.py} in that folder, in its thread-pool form. */
    public static ServerUnderTest peer(Path folder) {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-m",
                        "uvicorn",
                        "server:app",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--no-access-log",
                        "--timeout-keep-alive",
                        "120")
                .directory(folder.toFile());
        builder.environment().put("PEER_SYNC", "1");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return new ServerUnderTest(builder, port, "peer", "/openapi.json");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void awaitAnswer(String path) {
        long end = System.nanoTime() + MAX_START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (get(path) == OK) {
                return;
            }
            pause();
        }
        close();
        throw new IllegalStateException("The server didn't start; see " + log);
    }

    /** The status of a GET on a connection of its own, or 0 where there is no answer. */
    int get(String path) {
        try (Connection connection = new Connection(port)) {
            return connection.send(Connection.get(path)).status();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    public int port() {
        return port;
    }

    /** What the process has printed. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** From the process's begin to its first answer. */
    Duration startTime() {
        return startTime;
    }

    public Usage usage() {
        return Usage.of(process);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
        }
    }
}
