package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.limits.ProcessMemory;
import io.eyegoogler.options.OptionParser;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Handles {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

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

    /** Responds with the photo with googly eyes: on its faces, or those that the form has. */
    void googly(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext context = RequestContext.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            OutputFormat accepted = AcceptHeader.of(ctx.header("Accept"));
            GooglyOptions options = OptionParser.parse(given, GooglyOptions.DEFAULT.withFormat(accepted));
            Optional<EyeStyle> style = style(given, options);
            Optional<List<Eye>> eyes = eyes(ctx, upload);
            Optional<EyeParts> own =
                    EyeParts.of(upload.pictures(), query(ctx.queryString())::getValue, given.apply("style"));
            context.style(own.isPresent() ? EyeParts.STYLE : options.style().id());
            Function<GooglyOptions, GooglyPhoto> process = complete -> eyes.isPresent()
                    ? loaded().googly(upload.photo(), eyes.get(), complete, cancellation, context)
                    : loaded().googly(upload.photo(), complete, cancellation, context);
            return admission
                    .submit(
                            cancellation,
                            context::queued,
                            () -> own.isPresent()
                                    ? own.get().with(memory, cancellation, eye -> process.apply(options.withEye(eye)))
                                    : process.apply(options))
                    .thenAccept(googly -> send(ctx, upload, googly, style, eyes.isEmpty()));
        });
    }

    /**
     * Sends a photo with eyes, as a file or as JSON.
     *
     * @param style the style that the request asks for, if it does
     * @param detected whether faces were looked for
     */
    private void send(Context ctx, PhotoUpload upload, GooglyPhoto googly, Optional<EyeStyle> style, boolean detected) {
        boolean asJson = AcceptHeader.prefersJson(ctx.header("Accept"));
        byte[] body = asJson ? reservedJson(ctx, googly, style) : reservedFile(ctx, googly);
        recordPixels(ctx, googly.width(), googly.height());
        if (detected) {
            recordFaces(ctx, googly.faces().size());
        }
        RequestContext.of(ctx).put("eyes", googly.eyes().size());
        ctx.header("X-Eyes", Integer.toString(googly.eyes().size()));
        ctx.header("X-Seed", Long.toString(googly.seed()));
        if (!asJson) {
            ctx.header("Content-Disposition", ContentDisposition.inline(upload.name(), googly.format()));
        }
        Responses.sendReserved(ctx, asJson ? Responses.JSON : googly.format().mediaType(), body, memory);
    }

    /** Returns the eyes to draw instead of looking for faces; in the form only, as a query has no room for them. */
    private static Optional<List<Eye>> eyes(Context ctx, PhotoUpload upload) {
        String inQuery = query(ctx.queryString()).getValue(EyeListReader.OPTION);
        if (inQuery != null && !inQuery.isEmpty()) {
            throw new InvalidOptionException(EyeListReader.OPTION, inQuery, "a JSON array, as a field of a form only");
        }
        return Optional.ofNullable(upload.fields().get(EyeListReader.OPTION))
                .filter(text -> !text.isEmpty())
                .map(EyeListReader::read);
    }

    /** Responds with the faces, and, if asked for, the eyes that would be drawn. */
    void faces(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext context = RequestContext.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            GooglyOptions options =
                    OptionParser.parse(name -> name.equals("format") ? null : given.apply(name), GooglyOptions.DEFAULT);
            boolean withEyes = OptionParser.flag(EyeListReader.OPTION, given);
            Optional<EyeStyle> style = style(given, options);
            return admission
                    .submit(cancellation, context::queued, () -> loaded().faces(
                                    upload.photo(), options, cancellation, context))
                    .thenAccept(found -> {
                        byte[] json = withEyes ? FacesJson.facesAndEyes(found, style) : FacesJson.faces(found);
                        Responses.reserve(ctx, json.length, memory);
                        recordPixels(ctx, found.image().width(), found.image().height());
                        recordFaces(ctx, found.faces().size());
                        if (withEyes) {
                            ctx.header("X-Seed", Long.toString(found.seed()));
                        }
                        Responses.sendReserved(ctx, Responses.JSON, json, memory);
                    });
        });
    }

    /** Returns the models. Only workers may wait for them, so that queue and deadlines hold during the start too. */
    private EyeGoogler loaded() {
        return googler.join();
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

    private byte[] reservedFile(Context ctx, GooglyPhoto googly) {
        Responses.reserve(ctx, googly.file().length, memory);
        return googly.file();
    }

    /** Returns the JSON response; while it is made, both it and the file are counted. */
    private byte[] reservedJson(Context ctx, GooglyPhoto googly, Optional<EyeStyle> style) {
        memory.take(googly.file().length, null);
        try {
            GooglyJson json = new GooglyJson(googly, style);
            Responses.reserve(ctx, json.length(), memory);
            return json.text();
        } finally {
            memory.giveBack(googly.file().length);
        }
    }

    /** Returns the style that the request asks for, if it does. */
    private static Optional<EyeStyle> style(UnaryOperator<String> given, GooglyOptions options) {
        return Optional.ofNullable(given.apply("style")).map(text -> options.style());
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

    private static void recordPixels(Context ctx, int width, int height) {
        RequestContext.of(ctx).put("pixels", (long) width * height);
    }

    private static void recordFaces(Context ctx, int faces) {
        RequestContext.of(ctx).put("faces", faces);
        ctx.header("X-Faces", Integer.toString(faces));
    }
}
