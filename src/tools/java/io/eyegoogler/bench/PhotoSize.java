package io.eyegoogler.bench;

import java.util.Arrays;

/** Sizes of photos that are measured, as cameras and web pages have them. */
public enum PhotoSize {
    SMALL("0.3", 640, 480),
    ONE("1", 1152, 864),
    FULL_HD("2", 1920, 1080),
    FIVE("5", 2592, 1944),
    TWELVE("12", 4000, 3000),
    TWENTY_FOUR("24", 5664, 4248),
    FIFTY("50", 8160, 6120);

    private final String megapixels;
    /** Px, likewise {@link #height}. */
    final int width;

    final int height;

    PhotoSize(String megapixels, int width, int height) {
        this.megapixels = megapixels;
        this.width = width;
        this.height = height;
    }

    /** Millions of pixels, rounded, as a user writes them. */
    public String megapixels() {
        return megapixels;
    }

    /** The size that is {@code megapixels} large. */
    public static PhotoSize of(String megapixels) {
        return Arrays.stream(values())
                .filter(size -> size.megapixels.equals(megapixels))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No photo of " + megapixels + " megapixels"));
    }
}
