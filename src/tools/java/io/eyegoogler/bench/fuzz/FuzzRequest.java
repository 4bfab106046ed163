package io.eyegoogler.bench.fuzz;

import io.eyegoogler.testing.Form;
import io.eyegoogler.testing.Photos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A request with a damaged file.
 *
 * @param id the request id, which is also in the service's log
 * @param origin how the file was made
 */
record FuzzRequest(String id, String path, String contentType, byte[] body, String origin) {

    private static final String ID = "fuzz-";
    private static final String RAW = "application/octet-stream";
    /** All formats that are written, and the one response without an image. */
    private static final List<String> PATHS = List.of(
            "/eyegoogler?seed=1&format=png",
            "/eyegoogler?seed=1&format=jpeg",
            "/eyegoogler?seed=1&format=gif",
            "/eyegoogler?seed=1&format=apng",
            "/faces");

    /** The form parts that are decoded besides the photo. */
    private static final List<String> PICTURES = List.of("eye", "pupil");

    private static final String PICTURE_FORMAT = "png";
    /** Of so many requests, the last one has a damaged picture of an eye, on a sound photo. */
    private static final int PICTURE_INTERVAL = 7;

    /** Cycles through the paths, and for each of them alternates between a raw body and a form. */
    static FuzzRequest of(long number, Mutator mutator) {
        String path = PATHS.get((int) (number % PATHS.size()));
        if (number % PICTURE_INTERVAL == PICTURE_INTERVAL - 1) {
            return ofPicture(number, path, mutator.mutation(number, PICTURE_FORMAT));
        }
        Mutator.Mutation mutation = mutator.mutation(number);
        if (number / PATHS.size() % 2 == 0) {
            return new FuzzRequest(ID + number, path, RAW, mutation.bytes(), mutation.origin());
        }
        Form form = new Form().file("file", "photo", mutation.bytes());
        return new FuzzRequest(ID + number, path, form.contentType(), form.body(), mutation.origin());
    }

    private static FuzzRequest ofPicture(long number, String path, Mutator.Mutation mutation) {
        Form form = new Form().file("file", "photo", Photos.PORTRAIT);
        String part = PICTURES.get((int) (number / PICTURE_INTERVAL % PICTURES.size()));
        if (!part.equals("eye")) {
            form.file("eye", "eye.png", Photos.PORTRAIT);
        }
        form.file(part, part + ".png", mutation.bytes());
        return new FuzzRequest(
                ID + number, path, form.contentType(), form.body(), mutation.origin() + ", as part " + part);
    }

    /** Returns the bytes of the HTTP request. */
    byte[] bytes() {
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Request-Id: " + id + "\r\nContent-Type: "
                + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /**
     * Writes the body, and next to it a {@code .txt} file with the problem, its origin, and how to send it again.
     *
     * @return the file of the body
     */
    Path write(Path folder, String problem) throws IOException {
        Path file = Files.createDirectories(folder).resolve(id + ".body");
        Files.write(file, body);
        Files.write(
                notes(file),
                List.of(
                        "found: " + problem,
                        "from: " + origin,
                        "path: " + path,
                        "content-type: " + contentType,
                        "curl -i --data-binary @" + file + " -H 'Content-Type: " + contentType
                                + "' 'http://127.0.0.1:8000" + path + "' --output answer"));
        return file;
    }

    /** Reads a request that was {@linkplain #write written}. */
    static FuzzRequest read(Path file) throws IOException {
        List<String> notes = Files.readAllLines(notes(file));
        return new FuzzRequest(
                file.getFileName().toString().replaceFirst("\\.body$", ""),
                value("path", notes),
                value("content-type", notes),
                Files.readAllBytes(file),
                value("from", notes));
    }

    private static Path notes(Path file) {
        return file.resolveSibling(file.getFileName() + ".txt");
    }

    private static String value(String key, List<String> notes) {
        return notes.stream()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No line says " + key));
    }
}
