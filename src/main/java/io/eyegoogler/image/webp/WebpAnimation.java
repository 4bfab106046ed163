package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.ByteBufferImageInputStream;
import io.eyegoogler.image.inspect.ChunkWalker;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** The frames of an animated WebP (RFC 9649, 2.7.1), and where their pixels are in the file. */
public final class WebpAnimation {

    private static final int VP8X = ChunkWalker.type("VP8X");
    private static final int ANIM = ChunkWalker.type("ANIM");
    private static final int ANMF = ChunkWalker.type("ANMF");
    private static final int VP8X_LENGTH = 10;
    private static final int ANIM_LENGTH = 6;
    private static final int ANMF_LENGTH = 16;
    private static final int ANIMATION_FLAG = 2;
    private static final int CLEAR_FLAG = 1;
    private static final int REPLACE_FLAG = 2;

    private final ByteBuffer file;
    private final ImageInputStream input;
    private final List<Frame> frames = new ArrayList<>();
    private int width;
    private int height;
    private int plays;

    /** A frame. */
    public static final class Frame {

        private final Rectangle bounds;
        private final int milliseconds;
        private final int flags;
        private final WebpContainer image;

        private Frame(Rectangle bounds, int milliseconds, int flags, WebpContainer image) {
            this.bounds = bounds;
            this.milliseconds = milliseconds;
            this.flags = flags;
            this.image = image;
        }

        /** Returns the bounds of the frame, px of the canvas; the file may declare any. */
        public Rectangle bounds() {
            return bounds;
        }

        /** Returns how long the frame is shown, ms. */
        public int milliseconds() {
            return milliseconds;
        }

        /** Returns whether the frame's bounds become transparent after it. */
        public boolean clear() {
            return (flags & CLEAR_FLAG) != 0;
        }

        /** Returns whether the frame is blended over the canvas rather than replaces what is there. */
        public boolean over() {
            return (flags & REPLACE_FLAG) == 0;
        }

        /** Decodes the pixels of the frame from {@code file}. */
        public BufferedImage decode(ImageInputStream file, Cancellation cancellation) throws IOException {
            return new WebpImage(file, image, cancellation).decode();
        }
    }

    private WebpAnimation(ByteBuffer file, ImageInputStream input) {
        this.file = file;
        this.input = input;
    }

    /**
     * Reads the headers of the frames; none if {@code file} has a still image.
     *
     * @param maxFrames the number of frames after which the file isn't read any further
     * @throws IOException if a frame has no image, or one of another size than declared
     */
    public static WebpAnimation of(ByteBuffer file, long maxFrames) throws IOException {
        try (ByteBufferImageInputStream input = new ByteBufferImageInputStream(file, Cancellation.NEVER)) {
            input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            WebpAnimation animation = new WebpAnimation(file, input);
            List<ByteBuffer> chunks = new ArrayList<>();
            ChunkWalker.walkRiff(file, (type, data) -> {
                if (type == ANMF && chunks.size() < maxFrames) {
                    chunks.add(data);
                } else if (type != ANMF) {
                    animation.readHeader(type, data.order(ByteOrder.LITTLE_ENDIAN));
                }
            });
            if (animation.width > 0) {
                for (ByteBuffer chunk : chunks) {
                    animation.frames.add(animation.readFrame(chunk.order(ByteOrder.LITTLE_ENDIAN)));
                }
            }
            return animation;
        }
    }

    private void readHeader(int type, ByteBuffer data) {
        if (type == VP8X && data.limit() >= VP8X_LENGTH && (data.get(0) & ANIMATION_FLAG) != 0) {
            width = uint24(data, 4) + 1;
            height = uint24(data, 7) + 1;
        } else if (type == ANIM && data.limit() >= ANIM_LENGTH) {
            plays = data.getShort(4) & 0xffff;
        }
    }

    private Frame readFrame(ByteBuffer chunk) throws IOException {
        int start = chunk.arrayOffset() - file.arrayOffset();
        int declared = Integer.reverseBytes(file.getInt(start - Integer.BYTES));
        if (declared != chunk.limit() || declared < ANMF_LENGTH) {
            throw PhotoRejectedException.Unreadable.incomplete();
        }
        Rectangle bounds =
                new Rectangle(2 * uint24(chunk, 0), 2 * uint24(chunk, 3), uint24(chunk, 6) + 1, uint24(chunk, 9) + 1);
        WebpContainer image =
                WebpContainer.frame(input, start + ANMF_LENGTH, (long) start + declared, bounds.width, bounds.height);
        return new Frame(bounds, uint24(chunk, 12), chunk.get(15), image);
    }

    private static int uint24(ByteBuffer data, int at) {
        return data.getShort(at) & 0xffff | (data.get(at + 2) & 0xff) << Short.SIZE;
    }

    /** Returns the width of the canvas, px. */
    public int width() {
        return width;
    }

    /** Returns the height of the canvas, px. */
    public int height() {
        return height;
    }

    /** Returns how often the animation is shown; 0 means forever. */
    public int plays() {
        return plays;
    }

    /** Returns the frames in order. */
    public List<Frame> frames() {
        return frames;
    }
}
