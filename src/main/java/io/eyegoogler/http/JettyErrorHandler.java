package io.eyegoogler.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before Javalin sees it, such as a malformed request line or headers that are too long. */
final class JettyErrorHandler extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(response.getStatus());
        response.setStatus(status);
        String id = RequestContext.idFor(request.getHeaders().get(RequestContext.ID_HEADER));
        ProblemDetails problem = new ProblemDetails(HttpStatus.getMessage(status), status, detail(status), id);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(RequestContext.ID_HEADER, id);
        // Jetty closes it, and doesn't always say so; a client would send its next request in vain.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders()
                .put(
                        RequestContext.TIMING_HEADER,
                        RequestContext.timing("total", System.nanoTime() - request.getBeginNanoTime()));
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }

    /** Another version of HTTP is the request's fault, not this server's. */
    private static int status(int jettys) {
        return jettys == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 || jettys == HttpStatus.UPGRADE_REQUIRED_426
                ? HttpStatus.BAD_REQUEST_400
                : jettys;
    }

    private static String detail(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing at this path; POST a photo to /eyegoogler.";
            case HttpStatus.URI_TOO_LONG_414 -> "The path and query are too long; send options as fields of a form.";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "The headers are too long; send fewer.";
            default ->
                status < HttpStatus.INTERNAL_SERVER_ERROR_500
                        ? "This is no well-formed request of HTTP/1.1 or 1.0; check its first line and its headers."
                        : "Something went wrong here; report it with the request's id.";
        };
    }
}
