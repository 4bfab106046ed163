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

/** Handles {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

    private static final String JSON = "application/json";
    private static final Gson GSON = new Gson();

    private final CompletableFuture<EyeGoogler> googler;
    private final AdmissionQueue admission;
    private final Metrics metrics;
    private final BodyMemoryBudget memory = new BodyMemoryBudget(ProcessMemory.bodies());
    private final ServerConfig config;

    PhotoRoutes(CompletableFuture<EyeGoogler> googler, AdmissionQueue admission, Metrics metrics, ServerConfig config) {
        this.googler = googler;
        this.admission = admission;
        this.metrics = metrics;
        this.config = config;
    }

    /** Responds with the photo with googly eyes. */
    void googly(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext context = RequestContext.of(ctx);
            GooglyOptions options = options(ctx, upload);
            return googler.thenCompose(loaded -> admission.submit(
                            cancellation,
                            context::queued,
                            () -> loaded.googly(upload.photo(), options, cancellation, context)))
                    .thenAccept(googly -> {
                        Responses.reserve(ctx, googly.file(), memory);
                        record(
                                ctx,
                                googly.width(),
                                googly.height(),
                                googly.faces().size());
                        ctx.header("X-Seed", Long.toString(googly.seed()));
                        ctx.header("Content-Disposition", ContentDisposition.inline(upload.name(), googly.format()));
                        Responses.sendReserved(ctx, googly.format().mediaType(), googly.file(), memory);
                    });
        });
    }

    /** Responds with the faces. */
    void faces(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext context = RequestContext.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            GooglyOptions options = OptionParser.parse(
                    name -> name.equals("detection") ? given.apply(name) : null, GooglyOptions.DEFAULT);
            return googler.thenCompose(loaded -> admission.submit(
                            cancellation,
                            context::queued,
                            () -> loaded.faces(upload.photo(), options, cancellation, context)))
                    .thenAccept(found -> {
                        byte[] json = GSON.toJson(found).getBytes(StandardCharsets.UTF_8);
                        Responses.reserve(ctx, json, memory);
                        record(
                                ctx,
                                found.image().width(),
                                found.image().height(),
                                found.faces().size());
                        Responses.sendReserved(ctx, JSON, json, memory);
                    });
        });
    }

    /** Reads the upload, then runs {@code work}, without a thread that waits. */
    private void withUpload(Context ctx, BiFunction<PhotoUpload, Cancellation, CompletableFuture<Void>> work) {
        checkEncoding(ctx, "Content-Encoding", "identity");
        checkEncoding(ctx, "Transfer-Encoding", "chunked");
        // Before the body is read: a client that waits for "100 Continue" then sends none of it.
        if (ctx.req().getContentLengthLong() > config.maxUpload()) {
            throw HttpErrorException.tooLarge(config.maxUpload());
        }
        admission.checkCapacity();
        DisconnectAwareEndPoint connection = DisconnectAwareEndPoint.of(ctx);
        ctx.future(() -> RequestBody.read(ctx, config.maxUpload(), memory).thenCompose(body -> {
            RequestContext.of(ctx).put("in", body.bytes().limit());
            // The timeout counts from here, however long the upload took.
            Cancellation cancellation = Cancellation.after(config.timeout(), connection::isClosedByClient);
            return with(
                    body,
                    () -> work.apply(PhotoUpload.of(ctx.req().getHeader("Content-Type"), body.bytes()), cancellation));
        }));
    }

    /** Throws if the body has an encoding other than {@code plain}: nothing is decompressed here. */
    private static void checkEncoding(Context ctx, String header, String plain) {
        String encoding = ctx.req().getHeader(header);
        if (encoding != null && !encoding.strip().equalsIgnoreCase(plain)) {
            throw HttpErrorException.encoded(header);
        }
    }

    /** Runs {@code work} and closes {@code body} when it has ended, before the response is sent. */
    private static CompletableFuture<Void> with(RequestBody body, Supplier<CompletableFuture<Void>> work) {
        try {
            return work.get().whenComplete((done, failure) -> body.close());
        } catch (RuntimeException | Error failure) {
            body.close();
            throw failure;
        }
    }

    private static GooglyOptions options(Context ctx, PhotoUpload upload) {
        PhotoFormat accepted = AcceptHeader.of(ctx.header("Accept"));
        return OptionParser.parse(given(ctx, upload), GooglyOptions.DEFAULT.withFormat(accepted));
    }

    /** Returns a lookup of an option's text by its name, in the query, then in the form; null if it is absent. */
    private static UnaryOperator<String> given(Context ctx, PhotoUpload upload) {
        Fields query = query(ctx.queryString());
        return name -> {
            String inQuery = query.getValue(name);
            String given = inQuery == null ? upload.fields().get(name) : inQuery;
            // Plain HTML forms send empty fields too.
            return given == null || given.isEmpty() ? null : given;
        };
    }

    /** Decodes the query as UTF-8, whatever charset the Content-Type names: it has no meaning for a photo. */
    private static Fields query(String query) {
        Fields fields = new Fields();
        try {
            if (query != null) {
                UrlEncoded.decodeUtf8To(query, fields);
            }
            return fields;
        } catch (RuntimeException broken) {
            throw HttpErrorException.badRequest(
                    "Malformed query: two hexadecimal digits must follow each %, in UTF-8; write a literal % as %25.");
        }
    }

    private void record(Context ctx, int width, int height, int faces) {
        long pixels = (long) width * height;
        metrics.photo(pixels, faces);
        RequestContext.of(ctx).put("pixels", pixels);
        RequestContext.of(ctx).put("faces", faces);
        ctx.header("X-Faces", Integer.toString(faces));
    }
}
