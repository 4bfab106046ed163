package io.eyegoogler.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/**
 * A photo as it came: the part {@code file} of a form, or the request's whole body.
 *
 * @param photo its bytes
 * @param name the file's name, where there is one
 * @param fields the form's other parts
 */
record Upload(byte[] photo, Optional<String> name, Map<String, String> fields) {

    private static final String PART = "file";
    private static final Pattern FORM =
            Pattern.compile("\\s*multipart/form-data\\s*(;|$)", Pattern.CASE_INSENSITIVE);
    /** No option is longer, bytes. */
    private static final int LONGEST_FIELD = 1024;
    /** A photo, the options, and room for what else a page may send. */
    private static final int MOST_PARTS = 100;
    private static final int MOST_NAMES_SHOWN = 5;

    /** What {@code body} holds, which is of type {@code contentType}. */
    static Upload of(String contentType, byte[] body) {
        boolean form = contentType != null && FORM.matcher(contentType).lookingAt();
        Upload upload = form ? ofForm(contentType, body) : new Upload(body, Optional.empty(), Map.of());
        if (upload.photo.length == 0) {
            throw Refusal.badRequest(
                    "The photo is empty; send a picture's bytes, as form part \"file\" or as the request's body.");
        }
        return upload;
    }

    private static Upload ofForm(String contentType, byte[] body) {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isEmpty()) {
            throw malformed();
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MOST_PARTS);
        parser.setMaxLength(body.length);
        // The parts are slices of the body that is in memory already; none may become a file.
        parser.setMaxMemoryFileSize(body.length);
        Content.Source source = Content.Source.from(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                Blocker.<MultiPartFormData.Parts>blockWithPromise(promise -> parser.parse(source, promise))) {
            return ofParts(parts);
        } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
            throw malformed();
        }
    }

    private static Upload ofParts(MultiPartFormData.Parts parts) throws IOException {
        for (MultiPart.Part part : parts) {
            if (part.getName() == null) {
                throw malformed();
            }
        }
        MultiPart.Part photo = parts.getFirst(PART);
        if (photo == null) {
            throw Refusal.badRequest(missing(parts));
        }
        Map<String, String> fields = new HashMap<>();
        for (MultiPart.Part part : parts) {
            if (part != photo && part.getFileName() == null) {
                if (part.getLength() > LONGEST_FIELD) {
                    throw Refusal.badRequest("A field of the form is longer than any option is; send options and the"
                            + " photo as \"file\".");
                }
                fields.putIfAbsent(part.getName(), new String(bytes(part), StandardCharsets.UTF_8));
            }
        }
        return new Upload(bytes(photo), Optional.ofNullable(photo.getFileName()), fields);
    }

    private static byte[] bytes(MultiPart.Part part) throws IOException {
        try (InputStream content = Content.Source.asInputStream(part.newContentSource(null, 0, -1))) {
            return content.readNBytes(Math.toIntExact(part.getLength()));
        }
    }

    private static String missing(MultiPartFormData.Parts parts) {
        String names = StreamSupport.stream(parts.spliterator(), false)
                .limit(MOST_NAMES_SHOWN)
                .map(part -> "\"" + part.getName().substring(0, Math.min(part.getName().length(), 20)) + "\"")
                .collect(Collectors.joining(", "));
        return "The form has no part named \"file\"" + (names.isEmpty() ? "" : ", only " + names)
                + "; send the photo as \"file\".";
    }

    private static Refusal malformed() {
        return Refusal.badRequest("The body is no well-formed multipart/form-data, or it was cut off; send it again.");
    }
}
