package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Detects a truncated JPEG.
 *
 * <p>ImageIO reads such a file without an error and leaves the rest gray. A truncated upload is almost always an
 * accident, so its sender should know. A file that has all its pixels and lacks only the end marker is accepted, and so
 * is one with damage in the middle.
 */
final class JpegTruncationDetector implements IIOReadWarningListener {

    /** Part of libjpeg's warning that the data end early (JWRN_HIT_MARKER); it isn't localized. */
    private static final String PREMATURE_END = "premature end";

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private final ByteBuffer file;
    private boolean prematureEnd;

    JpegTruncationDetector(ByteBuffer file) {
        this.file = file;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        prematureEnd |= warning.toLowerCase(Locale.ROOT).contains(PREMATURE_END);
    }

    /** @throws PhotoRejectedException.Unreadable if the JPEG that was read is truncated */
    void check() {
        if (prematureEnd && lastIndexOf(END_OF_IMAGE) < lastIndexOf(START_OF_SCAN)) {
            throw new PhotoRejectedException.Unreadable("The JPEG file is incomplete; send it again.", null);
        }
    }

    /** Returns the last offset of a marker. An EXIF thumbnail has both markers, but before those of the photo. */
    private int lastIndexOf(int marker) {
        for (int i = file.limit() - 2; i >= 0; i--) {
            if ((file.get(i) & 0xff) == MARKER && (file.get(i + 1) & 0xff) == marker) {
                return i;
            }
        }
        return -1;
    }
}
