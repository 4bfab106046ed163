package io.eyegoogler.bench.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends file after file until its time is over, and notes every answer that isn't the expected one. */
final class SoakClient extends Thread {

    /** More are no help to whoever looks for the cause. */
    private static final int MAX_NOTED = 20;

    private final int port;
    private final List<MixedPhotos.Sent> files;
    private final int first;
    private final long end;
    private final List<String> unexpected = new ArrayList<>();
    private int sent;
    private int wrong;

    /**
     * @param first of {@code files} to be sent
     * @param end on the clock of {@link System#nanoTime}
     */
    SoakClient(int port, List<MixedPhotos.Sent> files, int first, long end) {
        super("soak");
        this.port = port;
        this.files = files;
        this.first = first;
        this.end = end;
    }

    @Override
    public void run() {
        List<byte[]> requests = files.stream()
                .map(file -> Connection.post("/eyegoogler", file.file()))
                .toList();
        try (Connection connection = new Connection(port)) {
            for (int i = first; System.nanoTime() < end; i++) {
                int file = i % files.size();
                sent++;
                check(files.get(file), connection, requests.get(file));
            }
        }
    }

    private void check(MixedPhotos.Sent file, Connection connection, byte[] request) {
        try {
            int status = connection.send(request).status();
            if (status != file.status()) {
                note(file.name() + ": " + status + ", not " + file.status());
            }
        } catch (IOException broken) {
            note(file.name() + ": " + broken);
        }
    }

    private void note(String what) {
        wrong++;
        if (unexpected.size() < MAX_NOTED) {
            unexpected.add(what);
        }
    }

    /** Files sent; to be asked when this has ended, as all below. */
    int sent() {
        return sent;
    }

    /** Answers that weren't the expected ones. */
    int wrong() {
        return wrong;
    }

    /** What the first of these were. */
    List<String> unexpected() {
        return unexpected;
    }
}
