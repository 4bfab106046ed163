package io.eyegoogler.image;

/** A photo that can't be taken. The message is one sentence that tells its sender what to do. */
public abstract sealed class PhotoRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PhotoRejected(String message, Throwable cause) {
        super(message, cause);
    }

    /** The bytes are no picture, or one of a format that isn't read. */
    public static final class Unsupported extends PhotoRejected {

        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(message, null);
        }
    }

    /** The bytes are a picture of a known format, but a damaged one. */
    public static final class Unreadable extends PhotoRejected {

        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        static Unreadable damaged(ReadableFormat format, Throwable cause) {
            return new Unreadable(
                    "The " + format + " file is damaged, or of a kind that can't be decoded; save it again and send"
                            + " that.",
                    cause);
        }
    }

    /** The picture's header states more pixels than are taken. */
    public static final class TooManyPixels extends PhotoRejected {

        private static final long serialVersionUID = 1L;

        TooManyPixels(int width, int height, long maxPixels) {
            super(
                    "The photo has " + width + " × " + height + " pixels, and at most " + maxPixels
                            + " are taken; send a smaller version.",
                    null);
        }
    }

    /** The picture has more pixels on a side than a file of the format asked for can have. */
    public static final class TooLong extends PhotoRejected {

        private static final long serialVersionUID = 1L;

        TooLong(int width, int height, PhotoFormat format, int maxSide) {
            super(
                    "The photo has " + width + " × " + height + " pixels, and a side of a " + format
                            + " file has at most " + maxSide + "; ask for another format, or send a smaller version.",
                    null);
        }
    }
}
