package io.eyegoogler;

/** A photo that can't be taken. The message is one sentence that tells its sender what to do. */
public abstract sealed class PhotoRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PhotoRejectedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The bytes are no picture, or one of a format that isn't read. */
    public static final class Unsupported extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public Unsupported(String message) {
            super(message, null);
        }
    }

    /** The bytes are a picture of a known format, but a damaged one. */
    public static final class Unreadable extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        public static Unreadable damaged(Object format, Throwable cause) {
            return new Unreadable(
                    "The " + format + " file is damaged, or of a kind that can't be decoded; save it again and send"
                            + " that.",
                    cause);
        }
    }

    /** The picture's header states more pixels than are taken. */
    public static final class TooManyPixels extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public TooManyPixels(int width, int height, long maxPixels) {
            super(
                    "The photo has " + width + " × " + height + " pixels, and at most " + maxPixels
                            + " are taken; send a smaller version.",
                    null);
        }
    }

    /** The file is made of so many parts that decoding it costs more than any honest photo of its size. */
    public static final class TooCostly extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /** {@code parts} as in "1800 scans". */
        public TooCostly(Object format, String parts) {
            super(
                    "The " + format + " file has " + parts
                            + ", which cost more to decode than any ordinary photo of its"
                            + " size; save it again and send that.",
                    null);
        }
    }

    /** The service has too little memory for a photo of that size and kind. */
    public static final class TooMuchMemory extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public TooMuchMemory(Object format, int width, int height) {
            super(
                    "The service has too little memory for a " + format + " file of this kind with " + width + " × "
                            + height + " pixels; send a smaller one, or a plain JPEG.",
                    null);
        }
    }

    /** The picture has more pixels on a side than a file of the format asked for can have. */
    public static final class TooLong extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public TooLong(int width, int height, PhotoFormat format, int maxSide) {
            super(
                    "The photo has " + width + " × " + height + " pixels, and a side of a " + format
                            + " file has at most " + maxSide + "; ask for another format, or send a smaller version.",
                    null);
        }
    }
}
