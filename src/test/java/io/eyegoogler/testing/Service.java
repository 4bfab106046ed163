package io.eyegoogler.testing;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.Face;
import io.eyegoogler.FaceResult;
import io.eyegoogler.http.GooglyServer;
import io.eyegoogler.http.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The real server on a free port of this machine, and a client of it. */
public final class Service implements AutoCloseable {

    /** Loading takes a second: one for all tests. It lives as long as the tests' process. */
    public static final EyeGoogler GOOGLER = EyeGoogler.load();

    public static final ServerConfig SETTINGS =
            new ServerConfig("127.0.0.1", 0, 32 << 20, 2, 16, Duration.ofMinutes(5));

    /** The contract of the first service that was started; those of others differ in limits alone. */
    private static Contract contract;

    private final GooglyServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Service(EyeGoogler googler, ServerConfig settings) {
        server = new GooglyServer(googler, settings).start();
        learnContract(this);
    }

    private static synchronized void learnContract(Service service) {
        if (contract == null) {
            contract = service.contract();
        }
    }

    /** What the service says of itself. */
    public Contract contract() {
        return new Contract(
                text(exchange(HttpRequest.newBuilder(uri("/openapi.json")).build())));
    }

    public static Service start() {
        return start(SETTINGS);
    }

    public static Service start(ServerConfig settings) {
        return new Service(GOOGLER, settings);
    }

    public static Service start(EyeGooglerConfig config) {
        return new Service(EyeGoogler.load(config), SETTINGS);
    }

    /** A service that finds faces by one look. */
    public static Service startFast() {
        EyeGooglerConfig settings = EyeGooglerConfig.DEFAULT.withDetection(DetectionMode.FAST);
        return new Service(EyeGoogler.load(settings), SETTINGS);
    }

    /** A service that has lost its models. */
    public static Service startBroken() {
        EyeGooglerConfig settings = EyeGooglerConfig.DEFAULT.withDetection(DetectionMode.FAST);
        EyeGoogler broken = EyeGoogler.load(settings);
        Service service = new Service(broken, SETTINGS);
        broken.close();
        return service;
    }

    /** A service that takes photos of at most so many pixels. */
    public static Service startWithMaxPixels(long maxPixels) {
        EyeGooglerConfig settings = EyeGooglerConfig.DEFAULT.withMaxPixels(maxPixels);
        return new Service(EyeGoogler.load(settings), SETTINGS);
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Sends a form with one part, {@code file}, as curl's -F does. */
    public HttpResponse<byte[]> upload(String path, byte[] photo) {
        return upload(path, new Form().file("file", "photo.bin", photo));
    }

    public HttpResponse<byte[]> upload(String path, Form form) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.body())));
    }

    public HttpResponse<byte[]> post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Every answer must be one of the {@link Contract}'s. */
    public HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<byte[]> response = exchange(request);
        contract.check(request.method(), request.uri().getPath(), Reply.of(response));
        return response;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What {@code POST /faces} finds. */
    public FaceResult faces(byte[] photo) {
        HttpResponse<byte[]> response = upload("/faces", photo);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + text(response));
        }
        JsonObject json = JsonParser.parseString(text(response)).getAsJsonObject();
        Gson gson = new Gson();
        List<Face> faces = List.of(gson.fromJson(json.get("faces"), Face[].class));
        return new FaceResult(gson.fromJson(json.get("image"), FaceResult.Size.class), faces, List.of(), 0);
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Override
    public void close() {
        server.close();
    }
}
