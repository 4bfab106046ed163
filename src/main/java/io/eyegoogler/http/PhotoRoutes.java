package io.eyegoogler.http;

import com.google.gson.Gson;
import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.PhotoFormat;
import io.eyegoogler.limits.ProcessMemory;
import io.eyegoogler.options.OptionParser;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** What can be done with a photo: {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

    private static final String JSON = "application/json";
    private static final Gson GSON = new Gson();

    private final CompletableFuture<EyeGoogler> googler;
    private final AdmissionQueue admission;
    private final Metrics metrics;
    private final BodyMemoryBudget memory = new BodyMemoryBudget(ProcessMemory.bodies());
    private final ServerConfig settings;

    PhotoRoutes(
            CompletableFuture<EyeGoogler> googler, AdmissionQueue admission, Metrics metrics, ServerConfig settings) {
        this.googler = googler;
        this.admission = admission;
        this.metrics = metrics;
        this.settings = settings;
    }

    /** The photo with googly eyes. */
    void googly(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext exchange = RequestContext.of(ctx);
            GooglyOptions options = options(ctx, upload);
            return googler.thenCompose(loaded -> admission.submit(
                            cancellation,
                            exchange::queued,
                            () -> loaded.googly(upload.photo(), options, cancellation, exchange)))
                    .thenAccept(googly -> {
                        Responses.hold(ctx, googly.file(), memory);
                        found(
                                ctx,
                                googly.width(),
                                googly.height(),
                                googly.faces().size());
                        ctx.header("X-Seed", Long.toString(googly.seed()));
                        ctx.header("Content-Disposition", ContentDisposition.inline(upload.name(), googly.format()));
                        Responses.sendHeld(ctx, googly.format().mediaType(), googly.file(), memory);
                    });
        });
    }

    /** Where the faces are. */
    void faces(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext exchange = RequestContext.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            GooglyOptions options = OptionParser.parse(
                    name -> name.equals("detection") ? given.apply(name) : null, GooglyOptions.DEFAULT);
            return googler.thenCompose(loaded -> admission.submit(
                            cancellation,
                            exchange::queued,
                            () -> loaded.faces(upload.photo(), options, cancellation, exchange)))
                    .thenAccept(found -> {
                        byte[] json = GSON.toJson(found).getBytes(StandardCharsets.UTF_8);
                        Responses.hold(ctx, json, memory);
                        found(
                                ctx,
                                found.image().width(),
                                found.image().height(),
                                found.faces().size());
                        Responses.sendHeld(ctx, JSON, json, memory);
                    });
        });
    }

    /** Waits for the upload, and has it worked on, without a thread that waits. */
    private void withUpload(Context ctx, BiFunction<PhotoUpload, Cancellation, CompletableFuture<Void>> work) {
        checkCoding(ctx, "Content-Encoding", "identity");
        checkCoding(ctx, "Transfer-Encoding", "chunked");
        // Before any of the body is read: a client that waits for "100 Continue" sends none of it.
        if (ctx.req().getContentLengthLong() > settings.maxUpload()) {
            throw HttpErrorException.tooLarge(settings.maxUpload());
        }
        admission.checkPlaces();
        DisconnectAwareEndPoint connection = DisconnectAwareEndPoint.of(ctx);
        ctx.future(() -> RequestBody.read(ctx, settings.maxUpload(), memory).thenCompose(body -> {
            RequestContext.of(ctx).note("in", body.bytes().limit());
            // The time for an answer counts from here, however slow the upload's line was.
            Cancellation cancellation = Cancellation.after(settings.timeout(), connection::isClosedByClient);
            return with(
                    body,
                    () -> work.apply(PhotoUpload.of(ctx.req().getHeader("Content-Type"), body.bytes()), cancellation));
        }));
    }

    /** Throws if the body is encoded in another way than {@code plain}: nothing is decompressed here. */
    private static void checkCoding(Context ctx, String header, String plain) {
        String coding = ctx.req().getHeader(header);
        if (coding != null && !coding.strip().equalsIgnoreCase(plain)) {
            throw HttpErrorException.encoded(header);
        }
    }

    /** Closes {@code body} when the work has ended, and before the answer is sent. */
    private static CompletableFuture<Void> with(RequestBody body, Supplier<CompletableFuture<Void>> work) {
        try {
            return work.get().whenComplete((done, failure) -> body.close());
        } catch (RuntimeException | Error refused) {
            body.close();
            throw refused;
        }
    }

    private static GooglyOptions options(Context ctx, PhotoUpload upload) {
        PhotoFormat accepted = AcceptHeader.of(ctx.header("Accept"));
        return OptionParser.parse(given(ctx, upload), GooglyOptions.DEFAULT.withFormat(accepted));
    }

    /** The text of an option by its name, from the query or the form; null if it isn't given. */
    private static UnaryOperator<String> given(Context ctx, PhotoUpload upload) {
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
            throw HttpErrorException.badRequest(
                    "The query isn't well encoded: each % needs two hexadecimal digits after it, in"
                            + " UTF-8; write a plain % as %25.");
        }
    }

    private void found(Context ctx, int width, int height, int faces) {
        long pixels = (long) width * height;
        metrics.photo(pixels, faces);
        RequestContext.of(ctx).note("pixels", pixels);
        RequestContext.of(ctx).note("faces", faces);
        ctx.header("X-Faces", Integer.toString(faces));
    }
}
