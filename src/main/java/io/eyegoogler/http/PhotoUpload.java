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
record PhotoUpload(ByteBuffer photo, Optional<String> name, Map<String, String> fields) {

    private static final String PART = "file";
    private static final Pattern FORM = Pattern.compile("\\s*multipart/form-data\\s*(;|$)", Pattern.CASE_INSENSITIVE);
    /** Names of parameters may be written in any case (RFC 9110, section 5.6.6). */
    private static final Pattern BOUNDARY = Pattern.compile("(;\\s*)boundary(?==)", Pattern.CASE_INSENSITIVE);
    /** What begins like a JPEG, PNG, GIF, WebP or TIFF in Base64, or like a data URL. */
    private static final Pattern BASE64 =
            Pattern.compile("\\s*[\"']?(data:[\\w/+.-]*;base64,|/9j/|iVBORw0KGgo|R0lGOD|UklGR|SUkqA|TU0AK)");
    /** Bytes of a photo's begin that are enough to tell Base64. */
    private static final int BASE64_BEGIN = 64;
    /** No option but a list of eyes is longer, bytes. */
    private static final int MAX_FIELD = 1024;
    /** A photo, the options, and room for what else a page may send. */
    private static final int MAX_PARTS = 100;
    /** Of one part, bytes: as many as a request's own may have. */
    private static final int MAX_PART_HEADERS = 8192;

    private static final int MAX_NAMES_SHOWN = 5;

    /**
     * What {@code body} holds, which is of type {@code contentType}.
     *
     * @throws HttpErrorException if it holds no photo
     */
    static PhotoUpload of(String contentType, ByteBuffer body) {
        boolean form = contentType != null && FORM.matcher(contentType).lookingAt();
        PhotoUpload upload = form ? ofForm(contentType, body) : new PhotoUpload(body, Optional.empty(), Map.of());
        if (!upload.photo.hasRemaining()) {
            throw HttpErrorException.badRequest(
                    "The photo is empty; send a picture's bytes, as form part \"file\" or as the request's body.");
        }
        if (isBase64(upload.photo)) {
            throw HttpErrorException.base64();
        }
        return upload;
    }

    private static boolean isBase64(ByteBuffer photo) {
        byte[] begin = new byte[Math.min(photo.remaining(), BASE64_BEGIN)];
        photo.get(photo.position(), begin);
        return BASE64.matcher(new String(begin, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    private static PhotoUpload ofForm(String contentType, ByteBuffer body) {
        try {
            String boundary =
                    MultiPart.extractBoundary(BOUNDARY.matcher(contentType).replaceAll("$1boundary"));
            MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
            parser.setMaxParts(MAX_PARTS);
            parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
            parser.setMaxLength(body.limit());
            // The parts are slices of the body that is in memory already; none may become a file.
            parser.setMaxMemoryFileSize(body.limit());
            Content.Source source = Content.Source.from(body.duplicate());
            try (MultiPartFormData.Parts parts =
                    Blocker.<MultiPartFormData.Parts>blockWithPromise(promise -> parser.parse(source, promise))) {
                return ofParts(parts, body);
            }
        } catch (HttpErrorException refused) {
            throw refused;
        } catch (IllegalStateException limit) {
            throw HttpErrorException.badRequest("The form has more than " + MAX_PARTS
                    + " parts, or one with very long headers; send the photo as \"file\", and options.");
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
        for (MultiPart.Part part : parts) {
            if (part != photo && (part.getFileName() == null || isEyeList(part))) {
                if (part.getLength() > maxLength(part)) {
                    throw HttpErrorException.badRequest("A field of the form is longer than any option is ("
                            + maxLength(part) + " bytes); send options and the photo as \"file\".");
                }
                fields.putIfAbsent(part.getName(), new String(bytes(part), StandardCharsets.UTF_8));
            }
        }
        return new PhotoUpload(slice(photo, body), Optional.ofNullable(photo.getFileName()), fields);
    }

    /** A list of eyes is long enough to be sent as a file. */
    private static boolean isEyeList(MultiPart.Part part) {
        return part.getName().equals(EyeListReader.OPTION);
    }

    private static int maxLength(MultiPart.Part part) {
        return isEyeList(part) ? EyeListReader.MAX_BYTES : MAX_FIELD;
    }

    /** The part's bytes, where they lie in {@code body}: a copy would double what a photo takes while it waits. */
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
        ByteBuffer begin = first.getByteBuffer();
        if (begin.hasArray() && begin.array() == body.array()) {
            ByteBuffer slice = body.slice(begin.arrayOffset() + begin.position(), length);
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
        return "The form has no part named \"file\"" + (names.isEmpty() ? "" : ", only " + names)
                + "; send the photo as \"file\".";
    }

    private static HttpErrorException malformed() {
        return HttpErrorException.badRequest(
                "The body is no well-formed multipart/form-data, or it was cut off; send it again.");
    }
}
