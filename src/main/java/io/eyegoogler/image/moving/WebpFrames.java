package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.ByteBufferImageInputStream;
import io.eyegoogler.image.StoredColors;
import io.eyegoogler.image.webp.WebpAnimation;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the frames of a WebP (RFC 9649, 2.7.1), whose pixels the {@code webp} package decodes. */
final class WebpFrames {

    private static final int MILLISECONDS = 1000;

    private WebpFrames() {}

    /** Returns the frames; none if the file has no animation. */
    static FrameSequence read(ByteBuffer file, StoredColors colors, long maxPixels, Cancellation cancellation)
            throws IOException {
        WebpAnimation animation = WebpAnimation.of(file, FrameList.tooMany(maxPixels));
        FrameList frames = new FrameList(new Dimension(animation.width(), animation.height()), maxPixels, cancellation);
        for (WebpAnimation.Frame frame : animation.frames()) {
            Frame.Pixels pixels = each -> {
                try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, each)) {
                    return colors.canonical(frame.decode(input, each), each);
                }
            };
            frames.addWithin(new Frame(
                    frame.bounds(),
                    FrameDelay.shown(frame.milliseconds(), MILLISECONDS),
                    frame.clear() ? Disposal.CLEAR : Disposal.KEEP,
                    frame.over(),
                    pixels));
        }
        return frames.played(animation.plays());
    }
}
