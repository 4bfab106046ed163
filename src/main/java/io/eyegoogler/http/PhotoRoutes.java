package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.limits.ProcessMemory;
import io.eyegoogler.options.OptionParser;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** What can be done with a photo: {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

    private static final String JSON = "application/json";

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

    /** The photo with googly eyes: on its faces, or those that are given. */
    void googly(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext exchange = RequestContext.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            GooglyOptions options =
                    OptionParser.parse(given, GooglyOptions.DEFAULT.withFormat(AcceptHeader.of(ctx.header("Accept"))));
            Optional<List<Eye>> eyes = eyes(ctx, upload);
            return googler.thenCompose(loaded -> admission.submit(
                            cancellation,
                            exchange::queued,
                            () -> eyes.isPresent()
                                    ? loaded.googly(upload.photo(), eyes.get(), options, cancellation, exchange)
                                    : loaded.googly(upload.photo(), options, cancellation, exchange)))
                    .thenAccept(googly -> {
                        Responses.hold(ctx, googly.file(), memory);
                        photo(ctx, googly.width(), googly.height());
                        if (eyes.isEmpty()) {
                            faces(ctx, googly.faces().size());
                        }
                        exchange.note("eyes", googly.eyes().size());
                        ctx.header("X-Eyes", Integer.toString(googly.eyes().size()));
                        ctx.header("X-Seed", Long.toString(googly.seed()));
                        ctx.header("Content-Disposition", ContentDisposition.inline(upload.name(), googly.format()));
                        Responses.sendHeld(ctx, googly.format().mediaType(), googly.file(), memory);
                    });
        });
    }

    /** The eyes to draw instead of looking for faces; from the form, since a query has no room for them. */
    private static Optional<List<Eye>> eyes(Context ctx, PhotoUpload upload) {
        String inQuery = query(ctx.queryString()).getValue(EyeListReader.OPTION);
        if (inQuery != null && !inQuery.isEmpty()) {
            throw new InvalidOptionException(EyeListReader.OPTION, inQuery, "a JSON array, as a field of a form only");
        }
        return Optional.ofNullable(upload.fields().get(EyeListReader.OPTION))
                .filter(text -> !text.isEmpty())
                .map(EyeListReader::read);
    }

    /** Where the faces are, and, if asked for, the eyes that would be drawn. */
    void faces(Context ctx) {
        withUpload(ctx, (upload, cancellation) -> {
            RequestContext exchange = RequestContext.of(ctx);
            UnaryOperator<String> given = given(ctx, upload);
            GooglyOptions options =
                    OptionParser.parse(name -> name.equals("format") ? null : given.apply(name), GooglyOptions.DEFAULT);
            boolean withEyes = OptionParser.flag(EyeListReader.OPTION, given);
            Optional<EyeStyle> style = Optional.ofNullable(given.apply("style")).map(text -> options.style());
            return googler.thenCompose(loaded -> admission.submit(
                            cancellation,
                            exchange::queued,
                            () -> loaded.faces(upload.photo(), options, cancellation, exchange)))
                    .thenAccept(found -> {
                        byte[] json = withEyes ? FacesJson.facesAndEyes(found, style) : FacesJson.faces(found);
                        Responses.hold(ctx, json, memory);
                        photo(ctx, found.image().width(), found.image().height());
                        faces(ctx, found.faces().size());
                        if (withEyes) {
                            ctx.header("X-Seed", Long.toString(found.seed()));
                        }
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

    private void photo(Context ctx, int width, int height) {
        long pixels = (long) width * height;
        metrics.photo(pixels);
        RequestContext.of(ctx).note("pixels", pixels);
    }

    private void faces(Context ctx, int found) {
        metrics.faces(found);
        RequestContext.of(ctx).note("faces", found);
        ctx.header("X-Faces", Integer.toString(found));
    }
}
