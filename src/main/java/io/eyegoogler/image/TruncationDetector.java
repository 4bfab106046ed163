package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Notices a JPEG that was cut off.
 *
 * <p>ImageIO reads such a file without an error and leaves the rest grey. An upload that was cut short is almost always
 * an accident, so its sender should hear of it. A file with all its pixels that lacks nothing but the end marker is
 * taken, and so is one with a flaw in the middle.
 */
final class TruncationDetector implements IIOReadWarningListener {

    /** What libjpeg says when the pixels end too early (JWRN_HIT_MARKER); it isn't translated. */
    private static final String PREMATURE_END = "premature end";

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private final ByteBuffer file;
    private final ReadableFormat format;
    private boolean prematureEnd;

    TruncationDetector(ByteBuffer file, ReadableFormat format) {
        this.file = file;
        this.format = format;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        prematureEnd |= warning.toLowerCase(Locale.ROOT).contains(PREMATURE_END);
    }

    void check() {
        if (format == ReadableFormat.JPEG && prematureEnd && lastIndexOf(END_OF_IMAGE) < lastIndexOf(START_OF_SCAN)) {
            throw new PhotoRejectedException.Unreadable(
                    "The JPEG file ends before its last pixels; send it again.", null);
        }
    }

    /** An EXIF thumbnail has both markers too, but before those of the photo. */
    private int lastIndexOf(int marker) {
        for (int i = file.limit() - 2; i >= 0; i--) {
            if ((file.get(i) & 0xff) == MARKER && (file.get(i + 1) & 0xff) == marker) {
                return i;
            }
        }
        return -1;
    }
}
