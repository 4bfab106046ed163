package io.eyegoogler.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Responds to requests that Jetty rejects before Javalin sees them, such as those with a malformed request line or with
 * headers that are too long; counts and logs them.
 */
final class JettyErrorHandler extends ErrorHandler {

    private final Metrics metrics;
    private final Cors cors;

    JettyErrorHandler(Metrics metrics, Cors cors) {
        this.cors = cors;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(response.getStatus());
        RequestContext context = RequestContext.ofRejected(request);
        byte[] body = new ProblemDetails(HttpStatus.getMessage(status), status, detail(status), context.id()).json();
        response.setStatus(status);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, Responses.NO_STORE);
        response.getHeaders().put(RequestContext.ID_HEADER, context.id());
        cors.addHeaders(request, response.getHeaders());
        // Jetty closes the connection without always saying so; the client would send its next request in vain.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(RequestContext.TIMING_HEADER, context.timings());
        context.answered(status, body.length);
        metrics.begin();
        metrics.end(RequestLifecycle.OTHER, context);
        RequestLog.write(method(request), RequestLifecycle.OTHER, context);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    /** Returns the method if it is a known one: nothing that a client made up belongs in the log. */
    private static String method(Request request) {
        HttpMethod method = request.getMethod() == null ? null : HttpMethod.fromString(request.getMethod());
        return method == null ? RequestLifecycle.OTHER : method.name();
    }

    /** An unsupported version of HTTP is the client's error, not this server's. */
    private static int status(int jettyStatus) {
        return jettyStatus == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                        || jettyStatus == HttpStatus.UPGRADE_REQUIRED_426
                ? HttpStatus.BAD_REQUEST_400
                : jettyStatus;
    }

    private static String detail(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> ExceptionMapper.NOT_FOUND;
            case HttpStatus.URI_TOO_LONG_414 -> "The URI is too long; send options as form fields.";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "The headers are too long; send fewer.";
            default ->
                status < HttpStatus.INTERNAL_SERVER_ERROR_500
                        ? "Malformed HTTP request; check its first line and its headers, and use HTTP/1.1 or 1.0."
                        : ExceptionMapper.INTERNAL_ERROR;
        };
    }
}
