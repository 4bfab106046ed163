package io.eyegoogler.http;

import com.google.gson.Gson;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.image.PhotoFormat;
import io.eyegoogler.limits.Cancellation;
import io.eyegoogler.limits.ProcessMemory;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.function.Supplier;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** What can be done with a photo: {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

    private static final String JSON = "application/json";
    private static final Gson GSON = new Gson();

    private final CompletableFuture<EyeGoogler> googler;
    private final Admission admission;
    private final Metrics metrics;
    private final BodyMemory memory = new BodyMemory(ProcessMemory.bodies());
    private final ServerSettings settings;

    PhotoRoutes(CompletableFuture<EyeGoogler> googler, Admission admission, Metrics metrics, ServerSettings settings) {
        this.googler = googler;
        this.admission = admission;
        this.metrics = metrics;
        this.settings = settings;
    }

    /** The photo with googly eyes. */
    void googly(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            Exchange exchange = Exchange.of(ctx);
            GooglyOptions options = options(ctx, upload);
            return googler
                    .thenCompose(loaded -> admission.submit(cancellation, exchange::queued, () -> loaded.googly(
                            upload.photo(), options, cancellation, exchange)))
                    .thenAccept(googly -> {
                        Answer.hold(ctx, googly.file(), memory);
                        found(ctx, googly.width(), googly.height(), googly.faces().size());
                        ctx.header("X-Seed", Long.toString(googly.seed()));
                        ctx.header("Content-Disposition", Disposition.inline(upload.name(), googly.format()));
                        Answer.sendHeld(ctx, googly.format().mediaType(), googly.file(), memory);
                    });
        });
    }

    /** Where the faces are. */
    void faces(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            Exchange exchange = Exchange.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            GooglyOptions options = GooglyOptions.DEFAULT.with(name -> name.equals("detection") ? given.apply(name) : null);
            return googler
                    .thenCompose(loaded -> admission.submit(
                            cancellation,
                            exchange::queued,
                            () -> loaded.faces(upload.photo(), options, cancellation, exchange)))
                    .thenAccept(found -> {
                        byte[] json = GSON.toJson(found).getBytes(StandardCharsets.UTF_8);
                        Answer.hold(ctx, json, memory);
                        found(ctx, found.image().width(), found.image().height(), found.faces().size());
                        Answer.sendHeld(ctx, JSON, json, memory);
                    });
        });
    }

    /** Waits for the upload, and has it worked on, without a thread that waits. */
    private void withUpload(Context ctx, BiFunction<Upload, Cancellation, CompletableFuture<Void>> work) {
        checkCoding(ctx, "Content-Encoding", "identity");
        checkCoding(ctx, "Transfer-Encoding", "chunked");
        // Before any of the body is read: a client that waits for "100 Continue" sends none of it.
        if (ctx.req().getContentLengthLong() > settings.maxUpload()) {
            throw Refusal.tooLarge(settings.maxUpload());
        }
        admission.checkPlaces();
        WatchedEndPoint connection = WatchedEndPoint.of(ctx);
        ctx.future(() -> Body.read(ctx, settings.maxUpload(), memory).thenCompose(body -> {
            Exchange.of(ctx).note("in", body.bytes().limit());
            // The time for an answer counts from here, however slow the upload's line was.
            Cancellation cancellation = Cancellation.after(settings.timeout(), connection::isClosedByClient);
            return with(body, () -> work.apply(Upload.of(ctx.req().getHeader("Content-Type"), body.bytes()), cancellation));
        }));
    }

    /** Throws if the body is encoded in another way than {@code plain}: nothing is decompressed here. */
    private static void checkCoding(Context ctx, String header, String plain) {
        String coding = ctx.req().getHeader(header);
        if (coding != null && !coding.strip().equalsIgnoreCase(plain)) {
            throw Refusal.encoded(header);
        }
    }

    /** Closes {@code body} when the work has ended, and before the answer is sent. */
    private static CompletableFuture<Void> with(Body body, Supplier<CompletableFuture<Void>> work) {
        try {
            return work.get().whenComplete((done, failure) -> body.close());
        } catch (RuntimeException | Error refused) {
            body.close();
            throw refused;
        }
    }

    private static GooglyOptions options(Context ctx, Upload upload) {
        PhotoFormat accepted = AcceptedFormat.of(ctx.header("Accept"));
        return GooglyOptions.DEFAULT.withFormat(accepted).with(given(ctx, upload));
    }

    /** The text of an option by its name, from the query or the form; null if it isn't given. */
    private static UnaryOperator<String> given(Context ctx, Upload upload) {
        Fields query = query(ctx.queryString());
        return name -> {
            String inQuery = query.getValue(name);
            String given = inQuery == null ? upload.fields().get(name) : inQuery;
            // Forms of plain HTML send all their fields.
            return given == null || given.isEmpty() ? null : given;
        };
    }

    /** UTF-8, whatever charset the body's type names: of a photo that has no meaning. */
    private static Fields query(String query) {
        Fields fields = new Fields();
        try {
            if (query != null) {
                UrlEncoded.decodeUtf8To(query, fields);
            }
            return fields;
        } catch (RuntimeException broken) {
            throw Refusal.badRequest("The query isn't well encoded: each % needs two hexadecimal digits after it, in"
                    + " UTF-8; write a plain % as %25.");
        }
    }

    private void found(Context ctx, int width, int height, int faces) {
        long pixels = (long) width * height;
        metrics.photo(pixels, faces);
        Exchange.of(ctx).note("pixels", pixels);
        Exchange.of(ctx).note("faces", faces);
        ctx.header("X-Faces", Integer.toString(faces));
    }
}
