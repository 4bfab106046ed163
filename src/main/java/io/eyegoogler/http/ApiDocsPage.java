package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows {@code /openapi.json} to people: a single file with its style and script inline. */
final class ApiDocsPage {

    private static final String FILE = "api.html";

    private final byte[] html = Resources.read(FILE);
    /** Allows the page's own style and script, identified by their digests, and requests to this server only. */
    private final String policy =
            "default-src 'none'; connect-src 'self'; img-src data:; style-src " + hashSource("style")
                    + "; script-src " + hashSource("script")
                    + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void send(Context ctx) {
        Responses.harden(ctx);
        ctx.header("Content-Security-Policy", policy);
        Responses.send(ctx, HttpStatus.OK, "text/html;charset=utf-8", html);
    }

    /** Returns the hash source (CSP 3, section 2.3.1) of the page's only element of that name. */
    private String hashSource(String element) {
        Matcher content = Pattern.compile("<" + element + ">(.*)</" + element + ">", Pattern.DOTALL)
                .matcher(new String(html, StandardCharsets.UTF_8));
        if (!content.find()) {
            throw new IllegalStateException(FILE + " has no " + element);
        }
        byte[] digest = Resources.sha256(List.of(content.group(1).getBytes(StandardCharsets.UTF_8)));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
