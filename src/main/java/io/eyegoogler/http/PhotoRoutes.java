package io.eyegoogler.http;

import com.google.gson.Gson;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.FacesFound;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.image.PhotoFormat;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What can be done with a photo: {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

    private static final String JSON = "application/json";
    /** Javalin leaves out a pair that it can't decode. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Gson GSON = new Gson();

    private final EyeGoogler googler;
    private final Admission admission;
    private final Metrics metrics;
    private final BodyMemory memory = new BodyMemory();
    private final long maxUpload;

    PhotoRoutes(EyeGoogler googler, Admission admission, Metrics metrics, long maxUpload) {
        this.googler = googler;
        this.admission = admission;
        this.metrics = metrics;
        this.maxUpload = maxUpload;
    }

    /** The photo with googly eyes. */
    void googly(Context ctx) {
        withUpload(ctx, upload -> {
            Exchange exchange = Exchange.of(ctx);
            GooglyOptions options = options(ctx, upload);
            GooglyPhoto googly = admission.admit(exchange, () -> googler.googly(ByteBuffer.wrap(upload.photo()), options, exchange.cancellation(), exchange));
            found(ctx, googly.width(), googly.height(), googly.faces().size());
            ctx.header("X-Seed", Long.toString(googly.seed()));
            ctx.header("Content-Disposition", Disposition.inline(upload.name(), googly.format()));
            answer(ctx, googly.format().mediaType(), googly.file());
        });
    }

    /** Where the faces are. */
    void faces(Context ctx) {
        withUpload(ctx, upload -> {
            Exchange exchange = Exchange.of(ctx);
            GooglyOptions options = options(ctx, upload);
            FacesFound found = admission.admit(
                    exchange,
                    () -> googler.faces(ByteBuffer.wrap(upload.photo()), options, exchange.cancellation(), exchange));
            found(ctx, found.image().width(), found.image().height(), found.faces().size());
            answer(ctx, JSON, GSON.toJson(found).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Waits for the upload without a thread, then works on it with one. */
    private void withUpload(Context ctx, Consumer<Upload> work) {
        // Before any of the body is read: a client that waits for "100 Continue" sends none of it.
        if (ctx.req().getContentLengthLong() > maxUpload) {
            throw Refusal.tooLarge(maxUpload);
        }
        admission.checkPlaces();
        ctx.future(() -> Body.read(ctx, maxUpload, memory).thenAccept(body -> {
            try (body) {
                Exchange.of(ctx).received(body.bytes().length);
                work.accept(Upload.of(ctx.contentType(), body.bytes()));
            } catch (OutOfMemoryError full) {
                throw Refusal.unavailable(Refusal.Reason.MEMORY);
            }
        }));
    }

    /** The answer holds memory until its reader has all of it. */
    private void answer(Context ctx, String mediaType, byte[] body) {
        memory.take(body.length);
        Exchange.of(ctx).whenOver(() -> memory.giveBack(body.length));
        Answer.send(ctx, HttpStatus.OK, mediaType, body);
    }

    private static GooglyOptions options(Context ctx, Upload upload) {
        if (ctx.queryString() != null && BROKEN_ESCAPE.matcher(ctx.queryString()).find()) {
            throw Refusal.badRequest("The query has a % that isn't followed by two hexadecimal digits; write it %25.");
        }
        PhotoFormat accepted = AcceptedFormat.of(ctx.header("Accept"));
        return GooglyOptions.DEFAULT.withFormat(accepted).with(name -> {
            String inQuery = ctx.queryParam(name);
            return inQuery == null ? upload.fields().get(name) : inQuery;
        });
    }

    private void found(Context ctx, int width, int height, int faces) {
        long pixels = (long) width * height;
        metrics.photo(pixels, faces);
        Exchange.of(ctx).note("pixels", pixels);
        Exchange.of(ctx).note("faces", faces);
        ctx.header("X-Faces", Integer.toString(faces));
    }
}
