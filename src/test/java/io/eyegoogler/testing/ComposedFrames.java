package io.eyegoogler.testing;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PixelLayout;
import io.eyegoogler.image.moving.FrameReader;
import io.eyegoogler.image.moving.FrameSequence;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frames as this project composes them. */
public final class ComposedFrames {

    private static final int MAX_PIXELS = 1_000_000;
    private static final int MAX_FRAMES_PIXELS = 100_000_000;

    private ComposedFrames() {}

    /** The frames of a file that must move. */
    public static FrameSequence open(byte[] file) {
        return new PhotoReader(MAX_PIXELS)
                .open(ByteBuffer.wrap(file), Cancellation.NEVER)
                .frames(MAX_FRAMES_PIXELS, Cancellation.NEVER)
                .orElseThrow();
    }

    public static List<BufferedImage> images(FrameSequence frames) {
        List<BufferedImage> images = new ArrayList<>();
        try (FrameReader reader = new FrameReader(frames, Cancellation.NEVER)) {
            while (reader.hasNext()) {
                images.add(PixelLayout.copy(reader.next()));
            }
        }
        return images;
    }

    /** All pixels of all frames: red, green, blue, alpha. */
    public static byte[] rgba(FrameSequence frames) {
        ByteBuffer all = ByteBuffer.allocate(
                frames.width() * frames.height() * frames.delays().size() * 4);
        for (BufferedImage image : images(frames)) {
            for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
                int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
                all.putInt(argb << 8 | argb >>> 24);
            }
        }
        return all.array();
    }
}
