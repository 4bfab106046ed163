package io.eyegoogler.http;

import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.PhotoRejectedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes a status and a {@link ProblemDetails}. */
final class ExceptionMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);

    /** When a client may try again, seconds: a photo takes well under one, so a full queue has moved on by then. */
    private static final String RETRY_AFTER = "1";

    private static final String BUG = "Something went wrong here; report it with the request's id.";

    private final Metrics metrics;
    private final LingeringClose lingering = new LingeringClose();

    ExceptionMapper(Metrics metrics) {
        this.metrics = metrics;
    }

    void register(RoutesConfig routes) {
        routes.exception(HttpErrorException.class, this::refuse);
        routes.exception(
                InvalidOptionException.class, (bad, ctx) -> answer(ctx, HttpStatus.BAD_REQUEST, bad.getMessage()));
        routes.exception(PhotoRejectedException.class, (rejected, ctx) -> {
            LOG.debug("Request {}: {}", RequestContext.of(ctx).id(), rejected.getMessage(), rejected.getCause());
            answer(ctx, status(rejected), rejected.getMessage());
        });
        routes.exception(
                NotFoundResponse.class,
                (notFound, ctx) -> answer(
                        ctx, HttpStatus.NOT_FOUND, "There is nothing at this path; POST a photo to /eyegoogler."));
        routes.exception(MethodNotAllowedResponse.class, this::methodNotAllowed);
        routes.exception(
                HttpResponseException.class,
                (other, ctx) -> answer(ctx, HttpStatus.forStatus(other.getStatus()), other.getMessage()));
        routes.exception(Exception.class, this::bug);
    }

    /** An error of the JVM itself, which Javalin keeps from the handlers of exceptions. */
    static void error(HttpServletResponse response, Error error) {
        String id = response.getHeader(RequestContext.ID_HEADER);
        LOG.error("Request {} failed", id, error);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        response.setStatus(status.getCode());
        byte[] body = new ProblemDetails(status.getMessage(), status.getCode(), BUG, id).json();
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.debug("Request {}: the client left before its answer", id, gone);
        }
    }

    private void refuse(HttpErrorException refusal, Context ctx) {
        if (refusal.isAbandoned()) {
            RequestContext.of(ctx).aborted();
            DisconnectAwareEndPoint.of(ctx).close();
            return;
        }
        refusal.reason().ifPresent(reason -> {
            metrics.rejected(reason);
            ctx.header("Retry-After", RETRY_AFTER);
        });
        if (refusal.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            ctx.header("Accept-Encoding", "identity");
        }
        answer(ctx, refusal.status(), refusal.getMessage());
    }

    private static HttpStatus status(PhotoRejectedException rejected) {
        return rejected instanceof PhotoRejectedException.Unsupported
                ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private void methodNotAllowed(MethodNotAllowedResponse refused, Context ctx) {
        Map<String, String> details = refused.getDetails();
        String allowed = details.getOrDefault("availableMethods", "");
        ctx.header("Allow", allowed);
        answer(ctx, HttpStatus.METHOD_NOT_ALLOWED, "This path takes " + allowed + ", not " + ctx.method() + ".");
    }

    private void bug(Exception bug, Context ctx) {
        LOG.error("Request {} failed", RequestContext.of(ctx).id(), bug);
        answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, BUG);
    }

    private void answer(Context ctx, HttpStatus status, String detail) {
        byte[] body = new ProblemDetails(
                        status.getMessage(),
                        status.getCode(),
                        detail,
                        RequestContext.of(ctx).id())
                .json();
        if (ctx.res().isCommitted()) {
            // The client has a part of another answer, and can be told that it failed only by the connection's end.
            DisconnectAwareEndPoint.of(ctx).close();
            return;
        }
        Responses.head(ctx, status, ProblemDetails.MEDIA_TYPE, "no-store", body);
        try {
            if (!lingering.sendAndDrain(ctx, body)) {
                ctx.future(() -> AsyncResponseWriter.send(ctx, body));
            }
        } catch (IOException gone) {
            RequestContext.of(ctx).aborted();
        }
    }
}
