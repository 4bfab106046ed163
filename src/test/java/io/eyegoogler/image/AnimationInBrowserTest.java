package io.eyegoogler.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.testing.AnimatedFile;
import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import io.eyegoogler.testing.Service;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Decodes animations in a browser, where installed: apt-get install chromium. */
class AnimationInBrowserTest {

    /** Reports the durations of the frames, and how many differ around an eye and away from the eyes. */
    private static final String PAGE = """
            <!doctype html><title>Frames</title><script>
            const bytes = Uint8Array.from(atob('%s'), c => c.charCodeAt(0));
            (async () => {
              const decoder = new ImageDecoder({data: bytes, type: '%s'});
              await decoder.tracks.ready;
              await decoder.completed;
              const track = decoder.tracks.selectedTrack;
              const canvas = document.createElement('canvas');
              const context = canvas.getContext('2d', {willReadFrequently: true});
              const durations = [], looks = new Set(), beside = new Set();
              for (let i = 0; i < track.frameCount; i++) {
                const frame = (await decoder.decode({frameIndex: i})).image;
                canvas.width = frame.displayWidth;
                canvas.height = frame.displayHeight;
                context.drawImage(frame, 0, 0);
                durations.push(frame.duration / 1000);
                looks.add(context.getImageData(170, 70, 110, 70).data.join());
                beside.add(context.getImageData(0, 300, 512, 200).data.join());
                frame.close();
              }
              return ['frames', track.frameCount, 'loops', track.repetitionCount, 'size', canvas.width,
                'durations', [...new Set(durations)].join('+'), 'looks', looks.size, 'beside', beside.size].join(' ');
            })().catch(String).then(result => fetch('/result', {method: 'POST', body: result}));
            </script>""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PNG", "JPEG"})
    void chromium_playsAllFramesForever(OutputFormat format) throws Exception {
        byte[] file = Service.GOOGLER
                .googly(Photos.PORTRAIT, GooglyOptions.DEFAULT.withSeed(1).withFormat(format))
                .file();

        assertEquals("frames 50 loops Infinity size 512 durations 40 looks 50 beside 1", inChromium(file, format));
    }

    @ParameterizedTest
    @CsvSource({"GIF,40+50", "APNG,40+41+42+43+44+45"})
    void chromium_playsAMovingPhotoAsItWas(OutputFormat format, String durations) throws Exception {
        List<AnimatedFile.Part> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            BufferedImage frame = Photos.cropped(Photos.portrait(), 5 * i, 0, 400, 400);
            parts.add(new AnimatedFile.Part(Photos.as(BufferedImage.TYPE_4BYTE_ABGR, frame), 40 + i));
        }
        byte[] file = Service.GOOGLER
                .googly(
                        AnimatedFile.webp(400, 400, parts, 5),
                        GooglyOptions.DEFAULT.withSeed(1).withFormat(format))
                .file();

        assertEquals(
                "frames 6 loops 4 size 400 durations " + durations + " looks 6 beside 6", inChromium(file, format));
    }

    /** What the page reports of a file. */
    private String inChromium(byte[] file, OutputFormat format) throws Exception {
        String chromium = Programs.installed("chromium", "chromium");
        String page = PAGE.formatted(Base64.getEncoder().encodeToString(file), format.mediaType());
        CompletableFuture<String> result = new CompletableFuture<>();
        HttpServer server = serve(page, result);
        Process browser = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return result.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
            server.stop(0);
        }
    }

    /** A page that posts its result. */
    private static HttpServer serve(String page, CompletableFuture<String> result) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/result", exchange -> {
            result.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
