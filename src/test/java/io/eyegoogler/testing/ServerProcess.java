package io.eyegoogler.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a user starts it, with an empty folder to work in. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final Path directory;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Starts it and waits until it is ready. */
    public ServerProcess(Path directory, List<String> jvmOptions, Map<String, String> environment) {
        this.directory = directory;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(NativeLibraries.options());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.eyegoogler.cli.Main"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log().toFile()));
        quiet(builder);
        builder.environment().put("EYEGOOGLER_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        awaitReady();
    }

    /** Without the variables for which a JVM says that it has taken them up. */
    public static ProcessBuilder quiet(ProcessBuilder builder) {
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }

    /** Beside the folder, not in it. */
    private Path log() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    public String logText() {
        try {
            return Files.readString(log());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitReady() {
        Await.until(() -> !process.isAlive() || isReady(), "the server is ready");
        if (!process.isAlive()) {
            throw new AssertionError("The server didn't start: " + logText());
        }
    }

    private boolean isReady() {
        try {
            return get("/ready").join().statusCode() == 200;
        } catch (CompletionException notYet) {
            return false;
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    public CompletableFuture<HttpResponse<byte[]>> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    public CompletableFuture<HttpResponse<byte[]>> post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A series' value in the text of {@code GET /metrics}; 0 where there is none yet. */
    public static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public void terminate() {
        process.destroy();
    }

    public void kill() {
        process.destroyForcibly();
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The process goes on: " + logText());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
