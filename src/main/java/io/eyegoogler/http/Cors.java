package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Lets pages of other origins call the service, as the CORS protocol of the Fetch standard defines it. Works on Jetty's
 * requests, so that errors have the headers too, also those that Jetty sends itself.
 *
 * <p>Credentials are never allowed: browsers send no cookies, and a key only where the page's own script sets it.
 */
final class Cors implements HttpConfiguration.Customizer {

    private static final String ANY = "*";
    /** As browsers serialize it: in lower case, without a path, and without the default port of its scheme. */
    private static final Pattern ORIGIN = Pattern.compile(
            "(?!http://.*:80$|https://.*:443$)[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");

    private static final String ALLOWED_METHODS = "GET, HEAD, POST";
    /** The wildcard does not include {@code Authorization} (Fetch, section 3.3.3). */
    private static final String ALLOWED_HEADERS = "*, Authorization";

    static final String EXPOSED_HEADERS =
            "X-Faces, X-Eyes, X-Seed, X-Request-Id, Server-Timing, Retry-After, Content-Disposition";
    /** How long a browser may keep the answer to a preflight, seconds: as long as Chromium does at most. */
    private static final String MAX_AGE = "7200";

    private final Set<String> origins;

    /**
     * Creates the protocol for requests from {@code origins}.
     *
     * @param origins valid ones; none turns CORS off
     */
    Cors(Set<String> origins) {
        this.origins = origins;
    }

    /** Returns whether {@code origins} can be allowed: any, by {@code *} alone, or each exactly as browsers send it. */
    static boolean isValid(Set<String> origins) {
        return origins.equals(Set.of(ANY))
                || origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        addHeaders(request, response);
        return request;
    }

    /** Adds the headers of every response to {@code request}, also an error. */
    void addHeaders(Request request, HttpFields.Mutable response) {
        if (origins.isEmpty()) {
            return;
        }
        boolean any = origins.contains(ANY);
        if (!any) {
            // Also on responses to others: a cache must not give those to a page that may read its own.
            response.put(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
        }
        String origin = any ? ANY : request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            response.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }

    /** Answers a preflight from an allowed origin; runs before every handler. */
    void preflight(Context ctx) {
        boolean allowed = ctx.res().getHeader(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN.asString()) != null;
        if (allowed
                && ctx.method() == HandlerType.OPTIONS
                && ctx.header(HttpHeader.ORIGIN.asString()) != null
                && ctx.header(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD.asString()) != null) {
            ctx.header(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS.asString(), ALLOWED_METHODS);
            ctx.header(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS.asString(), ALLOWED_HEADERS);
            ctx.header(HttpHeader.ACCESS_CONTROL_MAX_AGE.asString(), MAX_AGE);
            Responses.sendNothing(ctx, HttpStatus.NO_CONTENT);
            ctx.skipRemainingHandlers();
        }
    }
}
