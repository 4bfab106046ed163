package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.GooglyOptions;
import io.eyegoogler.options.OptionParser;
import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.Contract;
import io.eyegoogler.testing.Node;
import io.eyegoogler.testing.Operation;
import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document itself, against OpenAPI and against the code. {@link ContractTest} sees what the service does. */
class OpenApiTest {

    @Shared
    private static Service service;

    @Shared
    private static Browser browser;

    private static Contract contract;

    @BeforeAll
    static void readContract() {
        contract = service.contract();
    }

    @Test
    void document_isOpenApi31() {
        assertEquals(List.of(), contract.errors());
        String broken = contract.text().replace("\"in\":\"query\"", "\"in\":\"nowhere\"");
        assertFalse(new Contract(broken).errors().isEmpty(), "The check itself");
    }

    @Test
    void operations_areTheRoutes() {
        GooglyServer server = new GooglyServer(Service.GOOGLER, Service.SETTINGS);
        Set<String> routes = server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
        server.close();

        assertEquals(
                routes,
                contract.operations().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void operationIds_differ() {
        List<String> ids = contract.operations().stream()
                .map(operation -> operation.node().at("operationId").text())
                .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
    }

    @Test
    void components_areAllInUse() {
        // That of no operation that there is.
        Set<String> others = Set.of("#/components/responses/405");
        Set<String> used = found("\"\\$ref\":\"([^\"]+)\"", contract.text());
        // These are referred to by their names.
        Node schemes = contract.root().at("components", "securitySchemes");
        assertEquals(Set.of("key"), schemes.members().keySet());
        used.add("#/components/securitySchemes/key");
        contract.root().at("components").members().forEach((kind, components) -> components.members().keySet().stream()
                .map(name -> "#/components/" + kind + "/" + name)
                .filter(component -> !others.contains(component))
                .forEach(component -> assertTrue(used.contains(component), component)));
    }

    @Test
    void options_areThoseThatTheCodeAsksFor() {
        Set<String> asked = new TreeSet<>();
        OptionParser.parse(
                name -> {
                    asked.add(name);
                    return null;
                },
                GooglyOptions.DEFAULT);
        Operation googly = contract.operations().stream()
                .filter(operation -> operation.toString().equals("POST /eyegoogler"))
                .findFirst()
                .orElseThrow();
        Node form = googly.node().at("requestBody", "content", "multipart/form-data", "schema", "properties");

        assertEquals(
                asked,
                googly.parameters("query")
                        .map(parameter -> parameter.at("name").text())
                        .collect(Collectors.toCollection(TreeSet::new)));
        asked.addAll(Set.of("file", EyeListReader.OPTION));
        asked.addAll(EyeParts.NAMES);
        assertEquals(asked, new TreeSet<>(form.members().keySet()));
    }

    @Test
    void limits_areThoseOfTheService() {
        ServerConfig settings = new ServerConfig("127.0.0.1", 0, 123_456, 1, 1, Duration.ofMillis(78_901));
        try (Service limited = Service.start(settings)) {
            Contract itsOwn = limited.contract();
            Node limits = itsOwn.root().at("x-limits");
            assertEquals(123_456, limits.at("maxUploadBytes").json().getAsLong());
            assertEquals(78_901, limits.at("timeoutMilliseconds").json().getAsLong());
            assertTrue(itsOwn.text().contains("larger than 120.5 kB"), itsOwn.text());
            assertTrue(itsOwn.text().contains("78.9 s"), itsOwn.text());
        }
        try (Service limited = Service.startWithMaxPixels(98_765)) {
            Contract itsOwn = limited.contract();
            assertEquals(
                    98_765, itsOwn.root().at("x-limits", "maxPixels").json().getAsLong());
            assertTrue(itsOwn.text().contains("more than 98,765 pixels"), itsOwn.text());
        }
    }

    @Test
    void metrics_areThoseServed() {
        Set<String> described = found(
                "- `(\\w+)`",
                contract.root().at("paths", "/metrics", "get", "description").text());
        service.upload("/eyegoogler", Photos.PORTRAIT);
        // A stage is counted when its request is over, which is just after its answer has arrived here.
        Await.until(() -> served().equals(described), "the metrics are " + described);
    }

    private static Set<String> served() {
        return found("# TYPE (eyegoogler_\\w+)", Service.text(service.get("/metrics")));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void examples_areAsTheirSchemasSay() {
        List<Node> examples = contract.operations().stream()
                .flatMap(operation -> operation.node().at("responses").members().values().stream())
                .flatMap(response -> response.at("content").members().values().stream())
                .filter(media -> media.at("example").exists())
                .toList();
        assertFalse(examples.isEmpty());
        examples.forEach(media -> contract.checkJson(
                media.at("schema"), media.at("example").json().toString(), "Example"));
    }

    @Test
    void samples_work(@TempDir Path directory) throws Exception {
        Programs.installed("curl", "curl");
        Files.write(directory.resolve("photo.jpg"), Photos.encode(Photos.portrait(), "jpeg"));
        Files.write(directory.resolve("eye.png"), OwnEyes.png(OwnEyes.eye(100)));
        Files.write(directory.resolve("pupil.png"), OwnEyes.png(OwnEyes.disc(40, java.awt.Color.BLUE)));
        List<String> samples = contract.operations().stream()
                .flatMap(operation -> operation.node().at("x-codeSamples").elements().stream())
                .map(sample -> sample.at("source").text())
                .toList();
        assertTrue(samples.size() >= 5, samples.toString());
        for (String sample : samples) {
            String fail = sample.contains("--fail-with-body") ? "" : "--fail ";
            String command = sample.replaceFirst("^curl ", "curl --silent --show-error " + fail)
                    .replace("http://127.0.0.1:8000", service.uri("").toString());
            Path output = directory.resolve("output");
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertTrue(process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS), sample);
            assertEquals(0, process.exitValue(), sample + ": " + Files.readString(output));
            int written = sample.indexOf("--output ");
            Path answer = written < 0 ? output : directory.resolve(sample.substring(written + "--output ".length()));
            assertTrue(Files.size(answer) > 0, sample);
            if (written >= 0) {
                assertEquals(512, Photos.decode(Files.readAllBytes(answer)).getWidth(), sample);
                Files.delete(answer);
            }
        }
    }

    @Test
    void page_listsEachOptionAndEachPartOfAForm() {
        browser.open(service.uri("/api").toString(), 1280, 800, false, false);
        browser.await("document.querySelectorAll('article').length > 5");
        for (Operation operation :
                contract.operations().stream().filter(Operation::hasBody).toList()) {
            Node form = operation.node().at("requestBody", "content", "multipart/form-data", "schema", "properties");
            assertEquals(new TreeSet<>(form.members().keySet()), new TreeSet<>((List<?>) browser.script(
                    "return [...document.querySelectorAll('#' + arguments[0] + ' dt code')]"
                            + ".map((name) => name.textContent)",
                    operation.node().at("operationId").text())));
        }
    }

    @Test
    void page_mayLoadAndRunNothingButItself() {
        HttpResponse<byte[]> page = service.get("/api");
        assertEquals("nosniff", Service.header(page, "X-Content-Type-Options"));
        assertEquals("no-referrer", Service.header(page, "Referrer-Policy"));
        String policy = Service.header(page, "Content-Security-Policy");

        assertTrue(policy.startsWith("default-src 'none'; connect-src 'self'; "), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(Service.text(page).contains("https://"), "Something from elsewhere");
        assertArrayEquals(page.body(), service.get("/api/").body());
    }
}
