package io.eyegoogler.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that are written. */
public enum PhotoFormat {
    /** Every pixel exactly, with transparency. */
    PNG("png", "image/png"),
    /** Smaller; transparency is laid on white. */
    JPEG("jpg", "image/jpeg");

    private final String extension;
    private final String mediaType;

    PhotoFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** How a file of this format ends, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in a Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    /** Its name as users write it: {@code png}, {@code jpeg}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format with this {@link #id}. */
    public static Optional<PhotoFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
