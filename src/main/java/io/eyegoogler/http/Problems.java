package io.eyegoogler.http;

import io.eyegoogler.BadOption;
import io.eyegoogler.image.PhotoRejected;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes a status and a {@link Problem}. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, ctx) -> {
            refusal.headers().forEach(ctx::header);
            answer(ctx, refusal.status(), refusal.getMessage());
        });
        routes.exception(BadOption.class, (bad, ctx) -> answer(ctx, HttpStatus.BAD_REQUEST, bad.getMessage()));
        routes.exception(PhotoRejected.class, (rejected, ctx) -> answer(ctx, status(rejected), rejected.getMessage()));
        routes.exception(NotFoundResponse.class, (notFound, ctx) -> answer(
                ctx, HttpStatus.NOT_FOUND, "There is nothing at this path; POST a photo to /eyegoogler."));
        routes.exception(MethodNotAllowedResponse.class, Problems::methodNotAllowed);
        routes.exception(HttpResponseException.class, (other, ctx) -> answer(
                ctx, HttpStatus.forStatus(other.getStatus()), other.getMessage()));
        routes.exception(Exception.class, Problems::bug);
    }

    private static HttpStatus status(PhotoRejected rejected) {
        return rejected instanceof PhotoRejected.Unsupported
                ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static void methodNotAllowed(MethodNotAllowedResponse refused, Context ctx) {
        Map<String, String> details = refused.getDetails();
        String allowed = details.getOrDefault("availableMethods", "");
        ctx.header("Allow", allowed);
        answer(ctx, HttpStatus.METHOD_NOT_ALLOWED, "This path takes " + allowed + ", not " + ctx.method() + ".");
    }

    private static void bug(Exception bug, Context ctx) {
        LOG.error("Request {} failed", Exchange.of(ctx).id(), bug);
        answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; report it with the request's id.");
    }

    private static void answer(Context ctx, HttpStatus status, String detail) {
        byte[] body = new Problem(status.getMessage(), status.getCode(), detail, Exchange.of(ctx).id()).json();
        try {
            Answer.sendAndDrain(ctx, status, Problem.MEDIA_TYPE, body);
        } catch (IOException gone) {
            LOG.debug("Request {}: the client left before its answer", Exchange.of(ctx).id(), gone);
        }
    }
}
