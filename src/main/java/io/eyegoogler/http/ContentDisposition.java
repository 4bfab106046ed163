package io.eyegoogler.http;

import io.eyegoogler.PhotoFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser calls the answer when it is saved: {@code portrait.jpg} becomes {@code portrait-googly.png}. */
final class ContentDisposition {

    private static final String UNNAMED = "photo";
    /** Longer names are cut, characters. */
    private static final int LONGEST_NAME = 100;

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");
    /** What could break out of a header or name another folder. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cntrl}\"\\\\/:*?<>|;%]");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private ContentDisposition() {}

    /** A Content-Disposition header for the answer to a file of that name (RFC 6266). */
    static String inline(Optional<String> uploadName, PhotoFormat format) {
        String name = uploadName
                        .map(ContentDisposition::stem)
                        .filter(stem -> !stem.isBlank())
                        .orElse(UNNAMED) + "-googly." + format.extension();
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
        String stem = HARMFUL.matcher(EXTENSION.matcher(file).replaceFirst("")).replaceAll("_");
        return stem.codePointCount(0, stem.length()) <= LONGEST_NAME
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST_NAME));
    }
}
