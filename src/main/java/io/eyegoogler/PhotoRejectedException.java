package io.eyegoogler;

import java.math.BigDecimal;

/**
 * Thrown for a photo that can't be processed. The message is one sentence that tells its sender what to do; the
 * subclass says what is wrong:
 *
 * <pre>{@code
 * try {
 *     googler.googly(photo, GooglyOptions.DEFAULT);
 * } catch (PhotoRejectedException rejected) {
 *     System.err.println(rejected.getMessage());
 * }
 * }</pre>
 */
public abstract sealed class PhotoRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PhotoRejectedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns "50 MP", or pixels where these aren't a multiple of a tenth of a megapixel. */
    private static String megapixels(long pixels) {
        return pixels % 100_000 == 0
                ? BigDecimal.valueOf(pixels, 6).stripTrailingZeros().toPlainString() + " MP"
                : pixels + " pixels";
    }

    /** Thrown for bytes that are no picture, or one of a format that isn't supported. */
    public static final class Unsupported extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message what is wrong and what to do
         */
        public Unsupported(String message) {
            super(message, null);
        }
    }

    /** Thrown for a damaged picture of a known format. */
    public static final class Unreadable extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message what is wrong and what to do
         * @param cause what the decoder met; may be null
         */
        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        /** {@return the exception for a file that ends too early} */
        public static Unreadable incomplete() {
            return new Unreadable("The file is incomplete; send it again.", null);
        }

        /**
         * {@return the exception for a file that can't be decoded}
         *
         * @param format the name of its format
         * @param cause what the decoder met
         */
        public static Unreadable damaged(Object format, Throwable cause) {
            return new Unreadable(
                    "The " + format
                            + " file is damaged or uses an unsupported feature; save it again and send the copy.",
                    cause);
        }
    }

    /** Thrown for a picture with more pixels than {@link EyeGooglerConfig#maxPixels}, as its header says. */
    public static final class TooManyPixels extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param width of the photo, px
         * @param height of the photo, px
         * @param maxPixels how many pixels a photo may have
         */
        public TooManyPixels(int width, int height, long maxPixels) {
            super(
                    "The photo has " + width + " × " + height + " pixels; the limit is " + megapixels(maxPixels)
                            + ". Send a smaller version.",
                    null);
        }
    }

    /** Thrown for a moving photo whose frames have more pixels together than {@link EyeGooglerConfig#maxFramesPixels}. */
    public static final class TooManyFrames extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param width of a frame, px
         * @param height of a frame, px
         * @param maxFramesPixels how many pixels all frames may have together
         * @param minFramePixels how many pixels each frame counts at least
         */
        public TooManyFrames(int width, int height, long maxFramesPixels, long minFramePixels) {
            super(
                    "The animation has too many frames of " + width + " × " + height + " pixels; the limit for all"
                            + " frames together is " + megapixels(maxFramesPixels) + ", where each counts at least "
                            + megapixels(minFramePixels)
                            + ". Send a shorter or smaller version, or ask for png or jpeg: its first frame.",
                    null);
        }
    }

    /** Thrown for a file of so many parts that decoding it costs more than any ordinary photo of its size. */
    public static final class TooCostly extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param format the name of the file's format
         * @param parts what it has too many of, as in "1800 scans"
         */
        public TooCostly(Object format, String parts) {
            super(
                    "The " + format + " file has " + parts
                            + ", which makes it too costly to decode; save it again and send the copy.",
                    null);
        }
    }

    /** Thrown for a photo that needs more memory than the process has for photos. */
    public static final class TooMuchMemory extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param format the name of the file's format
         * @param width of the photo, px
         * @param height of the photo, px
         */
        public TooMuchMemory(Object format, int width, int height) {
            super(
                    "There is not enough memory to decode this " + format + " file of " + width + " × " + height
                            + " pixels; send a smaller version, or a photo as a baseline JPEG.",
                    null);
        }

        /**
         * Creates the exception for memory that ran out while the file was decoded.
         *
         * @param format the name of the file's format
         * @param cause what the decoder threw
         */
        public TooMuchMemory(Object format, OutOfMemoryError cause) {
            super(
                    "There is not enough memory to decode this " + format
                            + " file; send a smaller version, or a photo as a baseline JPEG.",
                    cause);
        }
    }

    /** Thrown for a moving photo that would become too large a file. */
    public static final class TooLargeResult extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param maxLength how many bytes the file may have
         */
        public TooLargeResult(int maxLength) {
            super(
                    "With eyes, the animation would have more than " + (maxLength >> 20)
                            + " MB; ask for gif, or send a smaller or shorter version.",
                    null);
        }
    }

    /** Thrown for a photo with more pixels on a side than a file of the format asked for can have. */
    public static final class TooLong extends PhotoRejectedException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param width of the photo, px
         * @param height of the photo, px
         * @param format asked for
         * @param maxSide how many pixels a side of such a file may have
         */
        public TooLong(int width, int height, OutputFormat format, int maxSide) {
            super(
                    "The photo has " + width + " × " + height + " pixels, but a " + format + " file is limited to "
                            + maxSide + " per side; choose another format, or send a smaller version.",
                    null);
        }
    }
}
