package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows {@code /openapi.json} to people: one file, style and script inside. */
final class ApiDocsPage {

    private static final String FILE = "api.html";

    private final byte[] html;
    /** Lets the page's own style and script be used, told by their digests, and the document be fetched; no more. */
    private final String policy;

    ApiDocsPage() {
        html = read();
        policy = "default-src 'none'; connect-src 'self'; img-src data:; style-src " + digestOf("style")
                + "; script-src " + digestOf("script")
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void send(Context ctx) {
        Responses.harden(ctx);
        ctx.header("Content-Security-Policy", policy);
        Responses.send(ctx, HttpStatus.OK, "text/html;charset=utf-8", html);
    }

    private static byte[] read() {
        try (InputStream file = ApiDocsPage.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Of the page's one element of that name, as a policy names it (CSP 3, section 2.3.1). */
    private String digestOf(String element) {
        String page = new String(html, StandardCharsets.UTF_8);
        Matcher found = Pattern.compile("<" + element + ">(.*)</" + element + ">", Pattern.DOTALL)
                .matcher(page);
        if (!found.find()) {
            throw new IllegalStateException(FILE + " has no " + element);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(found.group(1).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
