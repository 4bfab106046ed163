package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page as HTTP serves it; {@link PageInBrowserTest} looks at what it does. */
class WebPageTest {

    private static final Path FILES = Path.of("src/main/resources/io/eyegoogler/page");
    private static final Pattern PARTS = Pattern.compile("page/[0-9a-f]{16}/");

    @Shared
    private static Service service;

    @Test
    void page_isHtml_thatMayLoadOnlyWhatIsFromHere() {
        HttpResponse<byte[]> page = service.get("/");

        assertEquals(200, page.statusCode());
        assertEquals("text/html;charset=utf-8", Service.header(page, "Content-Type"));
        String policy = Service.header(page, "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:"));
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", Service.header(page, "X-Content-Type-Options"));
        assertEquals("no-referrer", Service.header(page, "Referrer-Policy"));
        assertTrue(Service.header(page, "Permissions-Policy")
                .contains("camera=(self), accelerometer=(self), gyroscope=(self)"));
        assertFalse(Service.text(page).contains("{version}"));
    }

    @Test
    void page_askedForAgain_isSentOnlyIfItChanged() {
        HttpResponse<byte[]> page = service.get("/");
        String tag = Service.header(page, "ETag");

        HttpResponse<byte[]> same =
                service.send(HttpRequest.newBuilder(service.uri("/")).header("If-None-Match", tag));
        assertEquals(304, same.statusCode());
        assertEquals(0, same.body().length);
        for (String name : List.of("Cache-Control", "Content-Type", "Content-Length", "ETag")) {
            assertEquals(Service.header(page, name), Service.header(same, name), name);
        }

        HttpResponse<byte[]> other =
                service.send(HttpRequest.newBuilder(service.uri("/")).header("If-None-Match", "\"other\""));
        assertEquals(200, other.statusCode());
    }

    @Test
    void everyFileOfThePage_isServed_andCacheableForever() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertTrue(names.contains("main.js") && names.contains("page.css"), names::toString);
            for (String name :
                    names.stream().filter(name -> !name.equals("index.html")).toList()) {
                HttpResponse<byte[]> part = service.get(parts() + name);
                assertEquals(200, part.statusCode(), name);
                assertEquals("public, max-age=31536000, immutable", Service.header(part, "Cache-Control"));
                assertEquals("nosniff", Service.header(part, "X-Content-Type-Options"));
                assertEquals(mediaType(name), Service.header(part, "Content-Type"));
            }
        }
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".js" -> "text/javascript;charset=utf-8";
            case ".css" -> "text/css;charset=utf-8";
            case ".svg" -> "image/svg+xml";
            case ".png" -> "image/png";
            case ".gz" -> "application/gzip";
            case ".txt" -> "text/plain;charset=utf-8";
            case ".webmanifest" -> "application/manifest+json";
            default -> "image/jpeg";
        };
    }

    @Test
    void workerForHeic_alone_mayCompileWebAssembly() {
        String policy = Service.header(service.get(parts() + "heicworker.js"), "Content-Security-Policy");

        assertEquals("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'", policy);
    }

    @Test
    void head_saysWhatGetSays() {
        for (String path : List.of("/", parts() + "main.js")) {
            HttpResponse<byte[]> get = service.get(path);
            HttpResponse<byte[]> head =
                    service.send(HttpRequest.newBuilder(service.uri(path)).method("HEAD", BodyPublishers.noBody()));
            assertEquals(200, head.statusCode(), path);
            assertEquals(0, head.body().length, path);
            for (String name : List.of("Content-Type", "Content-Length", "Cache-Control")) {
                assertEquals(Service.header(get, name), Service.header(head, name), path);
            }
        }
    }

    @Test
    void filesThatThePageDoesNotHave_areProblems() {
        for (String path : List.of(
                parts() + "nothing.js",
                parts() + "index.html",
                parts() + "..%2Findex.html",
                "/page/0123456789abcdef/main.js",
                "/page",
                "/page/",
                "/index.html")) {
            HttpResponse<byte[]> answer = service.get(path);
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
            assertEquals("application/problem+json", Service.header(answer, "Content-Type"), path);
        }
    }

    @Test
    void requests_areCountedUnderFewNames() {
        try (Service fresh = Service.start()) {
            fresh.get("/");
            fresh.get("/page/1/a.js");
            fresh.get("/page/2/b.js");
            assertCounted(fresh, 1, "{endpoint=\"/\",status=\"200\"}");
            assertCounted(fresh, 2, "{endpoint=\"/page\",status=\"404\"}");
        }
    }

    /** A request is counted when its answer is out, which can be a moment after it has come. */
    private static void assertCounted(Service counting, int expected, String labels) {
        String series = "eyegoogler_requests_total" + labels;
        Await.until(
                () -> ServerProcess.value(Service.text(counting.get("/metrics")), series) >= expected,
                series + " is " + expected);
        assertEquals(expected, ServerProcess.value(Service.text(counting.get("/metrics")), series), labels);
    }

    private static String parts() {
        Matcher parts = PARTS.matcher(Service.text(service.get("/")));
        assertTrue(parts.find());
        return "/" + parts.group();
    }
}
