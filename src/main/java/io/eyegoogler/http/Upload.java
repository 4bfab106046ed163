package io.eyegoogler.http;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;

/**
 * A photo as it came: the part {@code file} of a form, or the request's whole body.
 *
 * @param photo its bytes
 * @param name the file's name, where there is one
 * @param fields the form's other parts
 */
record Upload(byte[] photo, Optional<String> name, Map<String, String> fields) {

    private static final String PART = "file";
    private static final String FORM = "multipart/form-data";
    /** No option is longer; a longer field is none, bytes. */
    private static final int LONGEST_FIELD = 1024;
    private static final int PAYLOAD_TOO_LARGE = 413;
    /** What Jetty's parser of forms says of a part, or a whole form, that is too long. */
    private static final Pattern TOO_LONG = Pattern.compile("max (file size|length) exceeded");

    /** Reads the body, all of it in memory, at most {@code maxUpload} bytes. */
    static Upload read(Context ctx, long maxUpload) {
        String type = ctx.contentType();
        try {
            Upload upload = type != null && type.regionMatches(true, 0, FORM, 0, FORM.length())
                    ? ofForm(parts(ctx.req(), maxUpload))
                    : ofBody(ctx.req().getInputStream(), maxUpload);
            if (upload.photo.length == 0) {
                throw Refusal.badRequest("The photo is empty; send a picture's bytes, as form part \"file\" or as the"
                        + " request's body.");
            }
            return upload;
        } catch (IOException | ServletException | IllegalStateException | IllegalArgumentException broken) {
            throw refusal(broken, maxUpload);
        }
    }

    private static Upload ofBody(InputStream body, long maxUpload) throws IOException {
        byte[] photo = body.readNBytes((int) maxUpload + 1);
        if (photo.length > maxUpload) {
            throw Refusal.tooLarge(maxUpload);
        }
        return new Upload(photo, Optional.empty(), Map.of());
    }

    /** Left to itself, Jetty writes every part of a form to a temporary file, and takes any size. */
    private static Collection<Part> parts(HttpServletRequest request, long maxUpload)
            throws IOException, ServletException {
        String noDirectory = "";
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(noDirectory, maxUpload, maxUpload, (int) maxUpload));
        return request.getParts();
    }

    private static Upload ofForm(Collection<Part> parts) throws IOException {
        Part photo = parts.stream()
                .filter(part -> part.getName().equals(PART))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(missing(parts)));
        Map<String, String> fields = new HashMap<>();
        for (Part part : parts) {
            if (part.getSubmittedFileName() == null && part != photo && part.getSize() <= LONGEST_FIELD) {
                fields.putIfAbsent(part.getName(), new String(bytes(part), StandardCharsets.UTF_8));
            }
        }
        return new Upload(bytes(photo), Optional.ofNullable(photo.getSubmittedFileName()), fields);
    }

    private static String missing(Collection<Part> parts) {
        String names = parts.stream()
                .limit(5)
                .map(part -> "\"" + part.getName().substring(0, Math.min(part.getName().length(), 20)) + "\"")
                .collect(Collectors.joining(", "));
        return "The form has no part named \"file\"" + (names.isEmpty() ? "" : ", only " + names)
                + "; send the photo as \"file\".";
    }

    private static byte[] bytes(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    /** Jetty hides what went wrong deep among the causes. */
    private static Refusal refusal(Exception broken, long maxUpload) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return Refusal.stalled();
            }
            if (cause instanceof HttpException http && http.getCode() == PAYLOAD_TOO_LARGE
                    || cause.getMessage() != null && TOO_LONG.matcher(cause.getMessage()).lookingAt()) {
                return Refusal.tooLarge(maxUpload);
            }
        }
        return Refusal.badRequest(
                "The upload is broken or not a well-formed multipart/form-data body; send it again.");
    }
}
