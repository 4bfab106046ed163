package io.eyegoogler;

import java.util.Locale;

/** The format of a file with googly eyes. */
public enum OutputFormat {
    /** Lossless, with transparency. */
    PNG("png", "image/png", false),
    /** Lossy and smaller; transparent pixels are blended with white. */
    JPEG("jpg", "image/jpeg", false),
    /**
     * Moves; 256 colors, at most 800 px a side. Transparent pixels are blended with white, unless the photo moves itself:
     * then they stay transparent.
     */
    GIF("gif", "image/gif", true),
    /**
     * Moves; its first frame is that of {@link #PNG}. Its files are named {@code png}, which all viewers know: a viewer
     * that doesn't know APNG shows the first frame.
     */
    APNG("png", "image/apng", true);

    private final String extension;
    private final String mediaType;
    private final boolean moving;

    OutputFormat(String extension, String mediaType, boolean moving) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.moving = moving;
    }

    /** {@return whether a file of this format holds an animation} */
    public boolean moving() {
        return moving;
    }

    /** {@return the extension of a file's name, without the dot} */
    public String extension() {
        return extension;
    }

    /** {@return the media type, as in a Content-Type header} */
    public String mediaType() {
        return mediaType;
    }

    /** {@return the name as users write it, such as {@code jpeg}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
