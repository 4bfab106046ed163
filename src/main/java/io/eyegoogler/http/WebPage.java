package io.eyegoogler.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Handles the web page at {@code /} and the files that it loads, which are resources of the jar.
 *
 * <p>The files' paths contain a digest of their content, so that browsers may cache them forever; the page itself is
 * revalidated each time, and sent again only if it has changed.
 */
final class WebPage {

    static final String PATH = "/";
    /** Path above the files that the page loads, and their label in log and metrics. */
    static final String FILES_LABEL = "/page";

    static final String FILE_PATH = FILES_LABEL + "/{version}/{file}";

    /** Names of the files that the page loads. */
    static final List<String> FILES = List.of(
            "actions.js",
            "address.js",
            "album.js",
            "astronaut.jpg",
            "bubble.js",
            "camera.js",
            "compare.js",
            "compass.js",
            "controls.js",
            "curl.js",
            "edits.js",
            "eyes.js",
            "face.js",
            "facts.js",
            "film.js",
            "foreign.js",
            "gif.js",
            "hand.js",
            "heads.js",
            "heic.js",
            "heicworker.js",
            "icon.png",
            "icon.svg",
            "install.js",
            "key.js",
            "layer.js",
            "libheif.js",
            "libheif.txt",
            "libheif.wasm.gz",
            "livefaces.js",
            "loop.js",
            "lzw.js",
            "main.js",
            "manifest.webmanifest",
            "menu.js",
            "moment.js",
            "motion.js",
            "options.js",
            "own.js",
            "ownpanel.js",
            "page.css",
            "paint.js",
            "photo.js",
            "physics.js",
            "picks.js",
            "picture.js",
            "plate.js",
            "profile.js",
            "random.js",
            "recorder.js",
            "rolls.js",
            "save.js",
            "sheet.js",
            "sources.js",
            "styles.js",
            "undo.js",
            "upload.js",
            "words.js",
            "work.js",
            "worker.js",
            "zip.js");

    private static final String RESOURCES = "/io/eyegoogler/page/";
    private static final String HTML = "index.html";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "gz", "application/gzip",
            "html", "text/html;charset=utf-8",
            "jpg", "image/jpeg",
            "js", "text/javascript;charset=utf-8",
            "png", "image/png",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=utf-8",
            "webmanifest", "application/manifest+json");
    /** Replaced by the version in the page. */
    private static final String PLACEHOLDER = "{version}";
    /** Hexadecimal digits of the digest, enough to tell versions apart. */
    private static final int VERSION_LENGTH = 16;

    /**
     * Allows scripts and styles from here, images from here or made by the page, and nothing else. The policies
     * for trusted types are for the scripts of the page's two workers, and can be created once.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types worker heic";

    /**
     * The policy of the worker that decodes HEIC: it alone may compile WebAssembly. A worker has the policy that its
     * script is sent with, and not the page's.
     */
    private static final String HEIC_WORKER_POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    private static final String PERMISSIONS_POLICY = "camera=(self), accelerometer=(self), gyroscope=(self), "
            + "clipboard-write=(self), geolocation=(), microphone=()";
    /** The worker may act for the whole page, two folders above it. */
    private static final String WORKER_SCOPE = "../../";

    private static final String WORKER = "worker.js";
    private static final String HEIC_WORKER = "heicworker.js";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String REVALIDATE = "no-cache";

    private final Map<String, byte[]> files = FILES.stream().collect(Collectors.toMap(name -> name, WebPage::read));
    private final String version = digest(FILES.stream().map(files::get).toList());
    private final byte[] html = new String(read(HTML), StandardCharsets.UTF_8)
            .replace(PLACEHOLDER, version)
            .getBytes(StandardCharsets.UTF_8);
    private final String tag = "\"" + digest(List.of(html)) + "\"";

    /** Returns the version in the path of the files. */
    String version() {
        return version;
    }

    /** Responds with the page, or with 304 if the client has it. */
    void page(Context ctx) {
        Responses.harden(ctx);
        ctx.header("ETag", tag);
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        ctx.header("Permissions-Policy", PERMISSIONS_POLICY);
        String known = ctx.header("If-None-Match");
        if (known != null && (known.contains(tag) || known.equals("*"))) {
            Responses.sendNothing(ctx, HttpStatus.NOT_MODIFIED);
            // Caches update their stored headers with these, so they must be the page's (RFC 9111, section 3.2).
            ctx.contentType(mediaType(HTML));
            ctx.header("Content-Length", Integer.toString(html.length));
        } else {
            send(ctx, HTML, html);
        }
        ctx.header("Cache-Control", REVALIDATE);
    }

    /** Responds with a file that the page loads. */
    void file(Context ctx) {
        String name = ctx.pathParam("file");
        byte[] content = files.get(name);
        if (content == null || !ctx.pathParam("version").equals(version)) {
            throw new NotFoundResponse();
        }
        Responses.harden(ctx);
        send(ctx, name, content);
        ctx.header("Cache-Control", FOREVER);
        if (name.equals(WORKER)) {
            ctx.header("Service-Worker-Allowed", WORKER_SCOPE);
        } else if (name.equals(HEIC_WORKER)) {
            ctx.header("Content-Security-Policy", HEIC_WORKER_POLICY);
        }
    }

    private static void send(Context ctx, String name, byte[] content) {
        Responses.send(ctx, HttpStatus.OK, mediaType(name), content);
    }

    private static String mediaType(String name) {
        return MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }

    private static byte[] read(String name) {
        return Resources.read(RESOURCES + name);
    }

    private static String digest(List<byte[]> contents) {
        return HexFormat.of().formatHex(Resources.sha256(contents)).substring(0, VERSION_LENGTH);
    }
}
