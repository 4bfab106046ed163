package io.eyegoogler.http;

import io.eyegoogler.OutputFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file name under which a browser saves a response: {@code portrait-googly.png} for {@code portrait.jpg}. */
final class ContentDisposition {

    private static final String DEFAULT_STEM = "photo";
    /** Longer names are truncated, code points. */
    private static final int MAX_STEM = 100;

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");
    /** Characters that could end the header's value or name another folder. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\"\\\\/:*?<>|;%]");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private ContentDisposition() {}

    /** Returns a Content-Disposition header (RFC 6266) for the response to an upload of that name. */
    static String inline(Optional<String> uploadName, OutputFormat format) {
        String name = uploadName
                        .map(ContentDisposition::stem)
                        .filter(stem -> !stem.isBlank())
                        .orElse(DEFAULT_STEM) + "-googly." + format.extension();
        String ascii = NOT_ASCII.matcher(name).replaceAll("_");
        String header = "inline; filename=\"" + ascii + "\"";
        if (ascii.equals(name)) {
            return header;
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return header + "; filename*=UTF-8''" + encoded;
    }

    private static String stem(String uploadName) {
        String file = FOLDERS.matcher(uploadName).replaceFirst("");
        String stem = UNSAFE.matcher(EXTENSION.matcher(file).replaceFirst("")).replaceAll("_");
        return stem.codePointCount(0, stem.length()) <= MAX_STEM
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, MAX_STEM));
    }
}
