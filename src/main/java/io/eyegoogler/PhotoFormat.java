package io.eyegoogler;

import java.util.Locale;

/** The formats that are written. */
public enum PhotoFormat {
    /** Every pixel exactly, with transparency. */
    PNG("png", "image/png", false),
    /** Smaller; transparency is laid on white. */
    JPEG("jpg", "image/jpeg", false),
    /** Moves; 256 colors, at most 800 px a side, transparency is laid on white. */
    GIF("gif", "image/gif", true),
    /**
     * Moves; every pixel of its first frame as in {@link #PNG}. A file of it ends in {@code png}, as all programs that
     * show pictures know it: one that doesn't know APNG shows the first frame.
     */
    APNG("png", "image/apng", true);

    private final String extension;
    private final String mediaType;
    private final boolean moving;

    PhotoFormat(String extension, String mediaType, boolean moving) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.moving = moving;
    }

    /** Whether a file of this format holds an animation. */
    public boolean moving() {
        return moving;
    }

    /** How a file of this format ends, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in a Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    /** Its name as users write it: {@code png}, {@code jpeg}, {@code gif}, {@code apng}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
