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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps exceptions to a status and {@link ProblemDetails}. */
final class ExceptionMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);

    static final String NOT_FOUND = "Not found. POST a photo to /eyegoogler.";
    static final String INTERNAL_ERROR = "Internal error; please report it with the request id.";
    /** Seconds: a photo takes well under one, so a full queue has moved on by then. */
    private static final String RETRY_AFTER = "1";

    private final Metrics metrics;
    private final LingeringClose lingeringClose = new LingeringClose();

    ExceptionMapper(Metrics metrics) {
        this.metrics = metrics;
    }

    void register(RoutesConfig routes) {
        routes.exception(HttpErrorException.class, this::sendHttpError);
        routes.exception(
                InvalidOptionException.class,
                (invalid, ctx) -> send(ctx, HttpStatus.BAD_REQUEST, invalid.getMessage()));
        routes.exception(PhotoRejectedException.class, (rejected, ctx) -> {
            LOG.atDebug()
                    .setCause(rejected.getCause())
                    .addKeyValue("id", RequestContext.of(ctx).id())
                    .log(rejected.getMessage());
            send(ctx, status(rejected), rejected.getMessage());
        });
        routes.exception(NotFoundResponse.class, (notFound, ctx) -> send(ctx, HttpStatus.NOT_FOUND, NOT_FOUND));
        routes.exception(MethodNotAllowedResponse.class, this::sendMethodNotAllowed);
        routes.exception(
                HttpResponseException.class,
                (other, ctx) -> send(ctx, HttpStatus.forStatus(other.getStatus()), other.getMessage()));
        routes.exception(Exception.class, (bug, ctx) -> {
            logBug(bug, RequestContext.of(ctx).id());
            send(ctx, HttpStatus.INTERNAL_SERVER_ERROR, INTERNAL_ERROR);
        });
    }

    /** Responds to an {@link Error}, which Javalin does not pass to exception handlers. */
    static void sendError(HttpServletResponse response, Error error) {
        String id = response.getHeader(RequestContext.ID_HEADER);
        logBug(error, id);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        byte[] body = new ProblemDetails(status.getMessage(), status.getCode(), INTERNAL_ERROR, id).json();
        response.setStatus(status.getCode());
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        response.setHeader("Cache-Control", Responses.NO_STORE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException clientLeft) {
            LOG.atDebug().setCause(clientLeft).addKeyValue("id", id).log("The client left before the response");
        }
    }

    private static void logBug(Throwable bug, String requestId) {
        LOG.atError().setCause(bug).addKeyValue("id", requestId).log("Request failed");
    }

    private void sendHttpError(HttpErrorException error, Context ctx) {
        if (error.isAbandoned()) {
            RequestContext.of(ctx).abort();
            DisconnectAwareEndPoint.of(ctx).close();
            return;
        }
        error.reason().ifPresent(reason -> {
            metrics.rejected(reason);
            ctx.header("Retry-After", RETRY_AFTER);
        });
        if (error.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            ctx.header("Accept-Encoding", "identity");
        }
        if (error.status() == HttpStatus.UNAUTHORIZED) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        send(ctx, error.status(), error.getMessage());
    }

    private static HttpStatus status(PhotoRejectedException rejected) {
        return rejected instanceof PhotoRejectedException.Unsupported
                ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private void sendMethodNotAllowed(MethodNotAllowedResponse notAllowed, Context ctx) {
        String allowed = notAllowed.getDetails().getOrDefault("availableMethods", "");
        ctx.header("Allow", allowed);
        send(ctx, HttpStatus.METHOD_NOT_ALLOWED, ctx.method() + " is not allowed here; use " + allowed + ".");
    }

    private void send(Context ctx, HttpStatus status, String detail) {
        byte[] body = new ProblemDetails(
                        status.getMessage(),
                        status.getCode(),
                        detail,
                        RequestContext.of(ctx).id())
                .json();
        if (ctx.res().isCommitted()) {
            // The client has part of another response; only closing the connection can tell it of the failure.
            DisconnectAwareEndPoint.of(ctx).close();
            return;
        }
        Responses.setHead(ctx, status, ProblemDetails.MEDIA_TYPE, Responses.NO_STORE, body);
        try {
            if (!lingeringClose.sendAndDrain(ctx, body)) {
                ctx.future(() -> AsyncResponseWriter.send(ctx, body));
            }
        } catch (IOException clientLeft) {
            RequestContext.of(ctx).abort();
        }
    }
}
