package io.eyegoogler.evaluate;

/**
 * Slices by a face's size: the longer side of its box as a share of the photo's longer side.
 *
 * <p>A detector sees the photo resized, so a face is hard for its share of the photo, not for its pixels. Each bin is
 * of faces twice as large as the one before.
 */
public enum FaceSize {
    TINY(0.025, "<2.5%"),
    VERY_SMALL(0.05, "2.5-5%"),
    SMALL(0.1, "5-10%"),
    MEDIUM(0.2, "10-20%"),
    LARGE(0.4, "20-40%"),
    VERY_LARGE(Double.POSITIVE_INFINITY, ">=40%");

    public static final String GROUP = "face-size";

    private final double below;
    private final String label;

    FaceSize(double below, String label) {
        this.below = below;
        this.label = label;
    }

    /** The bin that holds {@code share}, the face's side over the photo's. */
    static FaceSize of(double share) {
        for (FaceSize size : values()) {
            if (share < size.below) {
                return size;
            }
        }
        throw new IllegalArgumentException("A share is a number, not " + share);
    }

    public Slice slice() {
        return new Slice(GROUP, ordinal(), label);
    }
}
