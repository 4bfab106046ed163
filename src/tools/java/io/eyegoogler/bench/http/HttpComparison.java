package io.eyegoogler.bench.http;

import io.eyegoogler.bench.Machine;
import io.eyegoogler.bench.MadePhotos;
import io.eyegoogler.bench.MarkdownTable;
import io.eyegoogler.bench.PhotoSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The running service, alone or compared with another that does the same job: {@code make bench-http PEER=dir}.
 *
 * <p>The folder has a FastAPI program, {@code server.py}, which is started with uvicorn and this process's environment.
 * All servers run all the time, and are asked in turn, round after round: while one is asked, the others rest.
 */
public final class HttpComparison {

    private static final List<PhotoSize> SIZES = List.of(PhotoSize.SMALL, PhotoSize.FULL_HD, PhotoSize.TWELVE);
    private static final int[] CLIENTS = {1, 4, 8};
    private static final int ROUNDS = 3;
    /** How long a contender is asked in each round. */
    private static final Duration ROUND = Duration.ofSeconds(2);
    /** How long before the first round of each size: a JVM compiles during its first hundreds of photos. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final String PNG = "/eyegoogler/";
    /** The one that the others are compared with. */
    private static final String PEER = "peer";

    private HttpComparison() {}

    public static void main(String[] args) {
        Path jar = Path.of(args[0]);
        List<ServerUnderTest> servers = new ArrayList<>();
        try {
            List<Contender> contenders = start(jar, args.length > 1 ? Path.of(args[1]) : null, servers);
            System.out.println(Machine.describe());
            System.out.println("Heap 1600 MB. " + WARM_UP.toSeconds() + " s of warm-up with each size, then " + ROUNDS
                    + " rounds of " + ROUND.toSeconds() + " s in turn; × is relative to the peer.\n");
            for (PhotoSize size : SIZES) {
                System.out.println(compare(contenders, size));
            }
        } finally {
            servers.forEach(ServerUnderTest::close);
        }
    }

    private static List<Contender> start(Path jar, Path peer, List<ServerUnderTest> servers) {
        List<Contender> contenders = new ArrayList<>();
        if (peer == null) {
            System.out.println("The service alone; to compare it with another, name the folder of a FastAPI program"
                    + " server.py: make bench-http PEER=dir\n");
        } else if (!Files.exists(peer.resolve("server.py"))) {
            throw new IllegalArgumentException("PEER names no folder with a server.py: " + peer);
        } else {
            servers.add(ServerUnderTest.peer(peer));
            contenders.add(new Contender(PEER, servers.get(0), PNG));
        }
        for (String detection : List.of("fast", "balanced")) {
            ServerUnderTest server = ServerUnderTest.jar(jar, detection, List.of());
            servers.add(server);
            contenders.add(new Contender(detection, server, PNG));
        }
        contenders.add(new Contender("balanced, JPEG out", servers.get(servers.size() - 1), PNG + "?format=jpeg"));
        return contenders;
    }

    private static MarkdownTable compare(List<Contender> contenders, PhotoSize size) {
        MarkdownTable table = new MarkdownTable(
                size.megapixels() + " MP, clients at once",
                "median ms",
                "×",
                "p99 ms",
                "requests/s",
                "×",
                "CPU ms/request",
                "memory MB",
                "answer MB",
                "requests");
        byte[] photo = MadePhotos.portrait(size);
        contenders.forEach(contender -> contender.run(photo, 2, WARM_UP));
        for (int clients : CLIENTS) {
            contenders.forEach(Contender::clear);
            for (int round = 0; round < ROUNDS; round++) {
                contenders.forEach(contender -> contender.measure(photo, clients, ROUND));
            }
            contenders.forEach(contender -> row(table, clients, contender, contenders.get(0)));
        }
        return table;
    }

    private static void row(MarkdownTable table, int clients, Contender contender, Contender first) {
        boolean peer = first.name.equals(PEER);
        table.row(
                clients + ": " + contender.name,
                contender.median(),
                peer ? contender.median() / first.median() : Double.NaN,
                contender.p99(),
                contender.requestsPerSecond(),
                peer ? contender.requestsPerSecond() / first.requestsPerSecond() : Double.NaN,
                contender.cpuMsPerRequest(),
                contender.residentMb(),
                contender.answerMb(),
                contender.count());
    }
}
