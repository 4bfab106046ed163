package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.eyegoogler.testing.ServerProcess;
import io.eyegoogler.testing.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HealthCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int health(String... options) {
        CommandLine commands =
                CommandLineFactory.create().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] args = new String[options.length + 1];
        args[0] = "health";
        System.arraycopy(options, 0, args, 1, options.length);
        return commands.execute(args);
    }

    @Test
    void livingServer_isHealthyAndReady_inOneLineEach() {
        try (Service service = Service.start()) {
            String port = Integer.toString(service.port());
            assertEquals(0, health("--port", port), out::toString);
            assertEquals(0, health("--port", port, "--ready"), out::toString);
            assertEquals(
                    List.of(
                            "http://127.0.0.1:" + port + "/health responded with 200",
                            "http://127.0.0.1:" + port + "/ready responded with 200"),
                    out.toString().lines().toList());
        }
    }

    /** As in a container, where the server listens on all addresses. */
    @Test
    void hostThatMeansAllAddresses_isAskedOnThisMachine() {
        try (Service service = Service.start()) {
            assertEquals(0, health("--host", "0.0.0.0", "--port", Integer.toString(service.port())), out::toString);
        }
    }

    @Test
    void noServer_isOneLineAndFailure() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(1, health("--port", Integer.toString(free)));
        assertTrue(out.toString().contains(free + "/health did not respond"), out::toString);
        assertEquals(1, out.toString().lines().count(), out::toString);
        assertEquals("", err.toString());
    }

    /** A server that is told to stop lives on for a while, but is no longer ready. */
    @Test
    void serverThatStops_isHealthyButNotReady() throws IOException {
        HttpServer stopping = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        stopping.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/health") ? 200 : 503, -1);
            exchange.close();
        });
        stopping.start();
        try {
            String port = Integer.toString(stopping.getAddress().getPort());
            assertEquals(0, health("--port", port));
            assertEquals(1, health("--port", port, "--ready"));
            assertTrue(out.toString().contains("/ready responded with 503"), out::toString);
        } finally {
            stopping.stop(0);
        }
    }

    @Test
    void wrongPort_isOneLineThatNamesIt() {
        assertEquals(2, health("--port", "many"));
        assertTrue(err.toString().contains("EYEGOOGLER_PORT"), err::toString);
        assertEquals(2, health("--port", "70000"));
        assertTrue(err.toString().contains("70000"), err::toString);
        assertEquals(2, err.toString().lines().count(), err::toString);
        assertEquals("", out.toString());
    }

    /** It runs every few seconds beside the server, and takes its address from the same variables. */
    @Test
    void healthCommand_loadsNeitherTensorFlowNorTheServer() throws Exception {
        try (Service service = Service.start()) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xlog:class+load",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.eyegoogler.cli.Main",
                            "health")
                    .redirectErrorStream(true);
            ServerProcess.quiet(builder).environment().put("EYEGOOGLER_PORT", Integer.toString(service.port()));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, process.waitFor(), said);
            assertTrue(said.contains("io.eyegoogler.cli.HealthCommand"), said);
            List<String> heavy = said.lines()
                    .filter(line ->
                            line.matches(".* (org\\.tensorflow|org\\.bytedeco|io\\.javalin|ch\\.qos|java\\.awt)\\..*"))
                    .toList();
            assertEquals(List.of(), heavy);
        }
    }
}
