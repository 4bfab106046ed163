package io.eyegoogler;

import java.math.BigDecimal;

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
                    "The " + format
                            + " file is damaged or uses an unsupported feature; save it again and send the copy.",
                    cause);
        }
    }

    /** The picture's header states more pixels than are taken. */
    public static final class TooManyPixels extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /** @param maxPixels the limit */
        public TooManyPixels(int width, int height, long maxPixels) {
            super(
                    "The photo has " + width + " × " + height + " pixels; the limit is " + megapixels(maxPixels)
                            + ". Send a smaller version.",
                    null);
        }

        /** Returns "50 MP", or pixels where these aren't a multiple of a tenth of a megapixel. */
        private static String megapixels(long pixels) {
            return pixels % 100_000 == 0
                    ? BigDecimal.valueOf(pixels, 6).stripTrailingZeros().toPlainString() + " MP"
                    : pixels + " pixels";
        }
    }

    /** The file is made of so many parts that decoding it costs more than any honest photo of its size. */
    public static final class TooCostly extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /** {@code parts} as in "1800 scans". */
        public TooCostly(Object format, String parts) {
            super(
                    "The " + format + " file has " + parts
                            + ", which makes it too costly to decode; save it again and send the copy.",
                    null);
        }
    }

    /** The service has too little memory for a photo of that size and kind. */
    public static final class TooMuchMemory extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public TooMuchMemory(Object format, int width, int height) {
            super(
                    "There is not enough memory to decode this " + format + " file of " + width + " × " + height
                            + " pixels; send a smaller version, or a baseline JPEG.",
                    null);
        }
    }

    /** The picture has more pixels on a side than a file of the format asked for can have. */
    public static final class TooLong extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        public TooLong(int width, int height, PhotoFormat format, int maxSide) {
            super(
                    "The photo has " + width + " × " + height + " pixels, but a " + format + " file is limited to "
                            + maxSide + " per side; choose another format, or send a smaller version.",
                    null);
        }
    }
}
