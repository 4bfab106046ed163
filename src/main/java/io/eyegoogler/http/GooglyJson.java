package io.eyegoogler.http;

import com.google.gson.JsonObject;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.FaceResult;
import io.eyegoogler.GooglyPhoto;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The JSON response of {@code POST /eyegoogler}: that of {@code POST /faces}, and the photo in Base64. */
final class GooglyJson {

    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    /** Bytes that are encoded at once; a multiple of 3, so that only the last ones are padded. */
    private static final int SLICE = 3 << 16;

    private final byte[] file;
    /** Everything before the Base64 text. */
    private final byte[] start;

    /**
     * Creates the response, but not its text yet.
     *
     * @param style of eyes without one of their own; empty to leave it open
     */
    GooglyJson(GooglyPhoto googly, Optional<EyeStyle> style) {
        FaceResult.Size size = new FaceResult.Size(googly.width(), googly.height());
        JsonObject members = FacesJson.tree(new FaceResult(size, googly.faces(), googly.eyes(), googly.seed()), style);
        // As text: JavaScript's numbers have 53 bits.
        members.addProperty("seed", Long.toString(googly.seed()));
        members.addProperty("format", googly.format().id());
        String json = members.toString();
        file = googly.file();
        start = (json.substring(0, json.length() - 1) + ",\"data\":\"").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the length of {@link #text}, bytes. */
    long length() {
        return start.length + (file.length + 2L) / 3 * 4 + END.length;
    }

    /** Returns the response in UTF-8, made in one array. */
    byte[] text() {
        ByteBuffer text = ByteBuffer.allocate(Math.toIntExact(length())).put(start);
        for (int offset = 0; offset < file.length; offset += SLICE) {
            int count = Math.min(SLICE, file.length - offset);
            text.put(Base64.getEncoder().encode(ByteBuffer.wrap(file, offset, count)));
        }
        return text.put(END).array();
    }
}
