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

/** Sends mutation after mutation, several at a time, and keeps what is to be told of their answers. */
final class Attack {

    private static final int CLIENTS = 4;
    private static final int SLOWEST = 10;

    private final ServerUnderTest server;
    private final Mutator mutator;
    private final Path folder;
    private final AtomicLong next = new AtomicLong();
    /** What has no answer yet. */
    private final Set<FuzzRequest> underWay = ConcurrentHashMap.newKeySet();

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final PriorityQueue<Outcome> slowest = new PriorityQueue<>(Comparator.comparingLong(Outcome::millis));
    private final List<String> findings = new ArrayList<>();

    /** What is found goes to {@code folder}. */
    Attack(ServerUnderTest server, Mutator mutator, Path folder) {
        this.server = server;
        this.mutator = mutator;
        this.folder = folder;
    }

    /** Sends mutations, from number 0 on, while {@code wanted} holds of the number. */
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
                underWay.add(request);
                Outcome outcome = Outcome.of(request, connection);
                underWay.remove(request);
                note(outcome);
                outcome.fault().ifPresent(fault -> note(request, fault));
                number = next.getAndIncrement();
            }
        }
    }

    private synchronized void note(Outcome outcome) {
        statuses.merge(outcome.status(), 1, Integer::sum);
        slowest.add(outcome);
        if (slowest.size() > SLOWEST) {
            slowest.remove();
        }
    }

    /** Writes down what was found with {@code request}, and what is under way just now, which may be the cause. */
    synchronized void note(FuzzRequest request, String found) {
        try {
            String finding = request.write(folder, found) + ": " + found + "; " + request.origin();
            findings.add(finding);
            System.out.println(finding);
            for (FuzzRequest other : underWay) {
                Path file = other.write(folder, "under way when " + request.id() + " had " + found);
                System.out.println("  meanwhile " + file + "; " + other.origin());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The request of that number, made again. */
    FuzzRequest request(long number) {
        return FuzzRequest.of(number, mutator);
    }

    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    synchronized int sent() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often which status was answered. */
    synchronized Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** The slowest answers, the slowest first. */
    synchronized List<Outcome> slowest() {
        return slowest.stream()
                .sorted(Comparator.comparingLong(Outcome::millis).reversed())
                .toList();
    }
}
