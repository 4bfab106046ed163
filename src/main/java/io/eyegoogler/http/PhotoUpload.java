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
 * A photo as received: the part {@code file} of a form, or the whole body of the request.
 *
 * @param photo its bytes
 * @param name the name of the file, if known
 * @param fields the other parts of the form that are text
 * @param pictures the parts of the form that are pictures of eyes
 */
record PhotoUpload(
        ByteBuffer photo, Optional<String> name, Map<String, String> fields, Map<String, ByteBuffer> pictures) {

    private static final String PART = "file";
    private static final Pattern FORM = Pattern.compile("\\s*multipart/form-data\\s*(;|$)", Pattern.CASE_INSENSITIVE);
    /** Parameter names are case-insensitive (RFC 9110, section 5.6.6). */
    private static final Pattern BOUNDARY = Pattern.compile("(;\\s*)boundary(?==)", Pattern.CASE_INSENSITIVE);
    /** The beginning of a JPEG, PNG, GIF, WebP or TIFF file in Base64, or of a data URL. */
    private static final Pattern BASE64 =
            Pattern.compile("\\s*[\"']?(data:[\\w/+.-]*;base64,|/9j/|iVBORw0KGgo|R0lGOD|UklGR|SUkqA|TU0AK)");
    /** Bytes at the beginning of a photo that are enough to recognize Base64. */
    private static final int BASE64_PREFIX = 64;
    /** Longer than any option but a list of eyes, bytes. */
    private static final int MAX_FIELD = 1024;
    /** Room for the photo, the options, and other fields of a page. */
    private static final int MAX_PARTS = 100;
    /** Maximum length of the headers of one part, as of those of a request, bytes. */
    private static final int MAX_PART_HEADERS = 8192;

    private static final int MAX_NAMES_SHOWN = 5;

    /**
     * Extracts the photo from {@code body}.
     *
     * @param contentType the type of {@code body}, or null
     * @throws HttpErrorException if it contains no photo
     */
    static PhotoUpload of(String contentType, ByteBuffer body) {
        boolean form = contentType != null && FORM.matcher(contentType).lookingAt();
        PhotoUpload upload =
                form ? ofForm(contentType, body) : new PhotoUpload(body, Optional.empty(), Map.of(), Map.of());
        if (!upload.photo.hasRemaining()) {
            throw HttpErrorException.badRequest(
                    "The photo is empty; send the image's bytes as form part \"file\" or as the request body.");
        }
        if (isBase64(upload.photo)) {
            throw HttpErrorException.base64();
        }
        return upload;
    }

    private static boolean isBase64(ByteBuffer photo) {
        byte[] prefix = new byte[Math.min(photo.remaining(), BASE64_PREFIX)];
        photo.get(photo.position(), prefix);
        return BASE64.matcher(new String(prefix, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    private static PhotoUpload ofForm(String contentType, ByteBuffer body) {
        try {
            String boundary =
                    MultiPart.extractBoundary(BOUNDARY.matcher(contentType).replaceAll("$1boundary"));
            MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
            parser.setMaxParts(MAX_PARTS);
            parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
            parser.setMaxLength(body.limit());
            // The parts are slices of the body, which is in memory already; none may be written to a file.
            parser.setMaxMemoryFileSize(body.limit());
            Content.Source source = Content.Source.from(body.duplicate());
            try (MultiPartFormData.Parts parts =
                    Blocker.<MultiPartFormData.Parts>blockWithPromise(promise -> parser.parse(source, promise))) {
                return ofParts(parts, body);
            }
        } catch (HttpErrorException error) {
            throw error;
        } catch (IllegalStateException limit) {
            throw HttpErrorException.badRequest("The form has more than " + MAX_PARTS
                    + " parts, or a part with very long headers; send only the photo as \"file\" and options.");
        } catch (IOException | RuntimeException broken) {
            throw malformed();
        }
    }

    private static PhotoUpload ofParts(MultiPartFormData.Parts parts, ByteBuffer body) throws IOException {
        for (MultiPart.Part part : parts) {
            if (part.getName() == null) {
                throw malformed();
            }
        }
        MultiPart.Part photo = parts.getFirst(PART);
        if (photo == null) {
            throw HttpErrorException.badRequest(missing(parts));
        }
        Map<String, String> fields = new HashMap<>();
        Map<String, ByteBuffer> pictures = new HashMap<>();
        for (MultiPart.Part part : parts) {
            if (EyeParts.NAMES.contains(part.getName())) {
                pictures.putIfAbsent(part.getName(), slice(part, body));
            } else if (part != photo && (part.getFileName() == null || isEyeList(part))) {
                if (part.getLength() > (isEyeList(part) ? EyeListReader.MAX_BYTES : MAX_FIELD)) {
                    throw HttpErrorException.badRequest(
                            "A form field is longer than any option; send only the photo as \"file\" and options.");
                }
                fields.putIfAbsent(part.getName(), new String(bytes(part), StandardCharsets.UTF_8));
            }
        }
        return new PhotoUpload(slice(photo, body), Optional.ofNullable(photo.getFileName()), fields, pictures);
    }

    /** Returns whether the part is a list of eyes, which may also be sent as a file. */
    private static boolean isEyeList(MultiPart.Part part) {
        return part.getName().equals(EyeListReader.OPTION);
    }

    /** Returns the part's bytes as a slice of {@code body}: a copy would double the memory of a waiting photo. */
    private static ByteBuffer slice(MultiPart.Part part, ByteBuffer body) throws IOException {
        int length = Math.toIntExact(part.getLength());
        Content.Source content = part.newContentSource(null, 0, -1);
        Content.Chunk first = content.read();
        while (first != null && !first.hasRemaining() && !first.isLast()) {
            first = content.read();
        }
        if (first == null || !first.hasRemaining()) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer start = first.getByteBuffer();
        if (start.hasArray() && start.array() == body.array()) {
            ByteBuffer slice = body.slice(start.arrayOffset() + start.position(), length);
            first.release();
            content.fail(new IOException("Enough was read"));
            return slice;
        }
        return ByteBuffer.wrap(bytes(part));
    }

    private static byte[] bytes(MultiPart.Part part) throws IOException {
        try (InputStream content = Content.Source.asInputStream(part.newContentSource(null, 0, -1))) {
            return content.readNBytes(Math.toIntExact(part.getLength()));
        }
    }

    private static String missing(MultiPartFormData.Parts parts) {
        String names = StreamSupport.stream(parts.spliterator(), false)
                .limit(MAX_NAMES_SHOWN)
                .map(part -> "\""
                        + part.getName().substring(0, Math.min(part.getName().length(), 20)) + "\"")
                .collect(Collectors.joining(", "));
        return "The form has no part named \"file\"" + (names.isEmpty() ? "" : "; it has " + names)
                + "; send the photo as \"file\".";
    }

    private static HttpErrorException malformed() {
        return HttpErrorException.badRequest("Malformed or truncated multipart/form-data; send the form again.");
    }
}
