package io.eyegoogler.bench.fuzz;

import io.eyegoogler.bench.http.Connection;
import io.eyegoogler.bench.http.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** Sends mutations over several connections at once, and collects the outcomes. */
final class Attack {

    private static final int CLIENTS = 4;
    private static final int MAX_SLOWEST = 10;

    private final ServerUnderTest server;
    private final Mutator mutator;
    private final Path folder;
    private final AtomicLong next = new AtomicLong();
    /** Requests without a response yet. */
    private final Set<FuzzRequest> pending = ConcurrentHashMap.newKeySet();

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final PriorityQueue<Outcome> slowest = new PriorityQueue<>(Comparator.comparingLong(Outcome::millis));
    private final List<String> findings = new ArrayList<>();

    /** @param folder where findings are written */
    Attack(ServerUnderTest server, Mutator mutator, Path folder) {
        this.server = server;
        this.mutator = mutator;
        this.folder = folder;
    }

    /** Sends mutations from number 0 on, while {@code wanted} accepts the number. */
    void run(LongPredicate wanted) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Thread(() -> send(wanted), "fuzz"));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
    }

    private void send(LongPredicate wanted) {
        try (Connection connection = new Connection(server.port())) {
            long number = next.getAndIncrement();
            while (wanted.test(number) && server.isAlive()) {
                FuzzRequest request = FuzzRequest.of(number, mutator);
                pending.add(request);
                Outcome outcome = Outcome.of(request, connection);
                pending.remove(request);
                record(outcome);
                outcome.fault().ifPresent(fault -> report(request, fault));
                number = next.getAndIncrement();
            }
        }
    }

    private synchronized void record(Outcome outcome) {
        statuses.merge(outcome.status(), 1, Integer::sum);
        slowest.add(outcome);
        if (slowest.size() > MAX_SLOWEST) {
            slowest.remove();
        }
    }

    /** Writes a finding with {@code request}, and the pending requests, which may be its cause. */
    synchronized void report(FuzzRequest request, String problem) {
        try {
            String finding = request.write(folder, problem) + ": " + problem + "; " + request.origin();
            findings.add(finding);
            System.out.println(finding);
            for (FuzzRequest other : pending) {
                Path file = other.write(folder, "pending when " + request.id() + " had " + problem);
                System.out.println("  meanwhile " + file + "; " + other.origin());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Creates the request of that number again. */
    FuzzRequest request(long number) {
        return FuzzRequest.of(number, mutator);
    }

    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    synchronized int sent() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the count of responses by status. */
    synchronized Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** Returns the slowest outcomes, slowest first. */
    synchronized List<Outcome> slowest() {
        return slowest.stream()
                .sorted(Comparator.comparingLong(Outcome::millis).reversed())
                .toList();
    }
}
