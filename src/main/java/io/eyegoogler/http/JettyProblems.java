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
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String id = Exchange.idFor(request.getHeaders().get(Exchange.ID_HEADER));
        Problem problem =
                new Problem(HttpStatus.getMessage(status), status, "The request can't be understood: "
                        + HttpStatus.getMessage(status) + ".", id);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(Exchange.ID_HEADER, id);
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }
}
