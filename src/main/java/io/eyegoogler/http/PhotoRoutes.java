package io.eyegoogler.http;

import com.google.gson.Gson;
import io.eyegoogler.EyeGoogler;
import io.eyegoogler.FacesFound;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.GooglyPhoto;
import io.eyegoogler.image.PhotoFormat;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;

/** What can be done with a photo: {@code POST /eyegoogler} and {@code POST /faces}. */
final class PhotoRoutes {

    private static final String JSON = "application/json";
    private static final Gson GSON = new Gson();

    private final EyeGoogler googler;
    private final Admission admission;
    private final long maxUpload;

    PhotoRoutes(EyeGoogler googler, Admission admission, long maxUpload) {
        this.googler = googler;
        this.admission = admission;
        this.maxUpload = maxUpload;
    }

    /** The photo with googly eyes. */
    void googly(Context ctx) {
        GooglyOptions fromQuery = options(ctx);
        Upload upload = upload(ctx);
        GooglyOptions options = fromQuery.with(
                name -> ctx.queryParam(name) == null ? upload.fields().get(name) : null);
        Exchange exchange = Exchange.of(ctx);
        GooglyPhoto googly = admission.admit(exchange, () -> googler.googly(upload.photo(), options, exchange));
        ctx.header("X-Faces", Integer.toString(googly.faces().size()));
        ctx.header("X-Seed", Long.toString(googly.seed()));
        ctx.header("Content-Disposition", Disposition.inline(upload.name(), googly.format()));
        Answer.send(ctx, HttpStatus.OK, googly.format().mediaType(), googly.file());
    }

    /** Where the faces are. */
    void faces(Context ctx) {
        Upload upload = upload(ctx);
        Exchange exchange = Exchange.of(ctx);
        FacesFound found = admission.admit(exchange, () -> googler.faces(upload.photo(), exchange));
        ctx.header("X-Faces", Integer.toString(found.faces().size()));
        Answer.send(ctx, HttpStatus.OK, JSON, GSON.toJson(found).getBytes(StandardCharsets.UTF_8));
    }

    /** Options of the query are checked before the body is read; those of a form come with it. */
    private static GooglyOptions options(Context ctx) {
        PhotoFormat accepted = AcceptedFormat.of(ctx.header("Accept"));
        return GooglyOptions.DEFAULT.withFormat(accepted).with(ctx::queryParam);
    }

    private Upload upload(Context ctx) {
        admission.checkPlaces();
        return Upload.read(ctx, maxUpload);
    }
}
