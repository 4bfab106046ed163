package io.eyegoogler.image.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The container of a WebP (RFC 9649, 2): the canvas, and the position of the first frame on it and in the file.
 *
 * @param width of the canvas, px
 * @param height of the canvas, px
 * @param hasAlpha whether the canvas has alpha; one without is black around a smaller frame, as with libwebp
 * @param first the still image, or the first frame of an animation
 */
record WebpContainer(int width, int height, boolean hasAlpha, Frame first) {

    /**
     * A frame.
     *
     * @param x from the left side of the canvas, px
     * @param y from the top of the canvas, px
     * @param lossless whether {@code image} is a VP8L bitstream rather than a VP8 one
     * @param hasAlpha whether any pixel may be transparent
     * @param alpha the ALPH chunk of a lossy frame
     */
    record Frame(
            int x,
            int y,
            int width,
            int height,
            boolean lossless,
            boolean hasAlpha,
            Chunk image,
            Optional<Chunk> alpha) {}

    /** The offset and the length of a chunk's payload in the file; of a truncated chunk, what there is. */
    record Chunk(long start, int length) {}

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int VP8X = fourCc("VP8X");
    private static final int VP8X_LENGTH = 10;
    private static final int ANIMATION_FLAG = 2;
    private static final int ALPHA_FLAG = 16;
    private static final int VP8 = fourCc("VP8 ");
    private static final int VP8L = fourCc("VP8L");
    private static final int ALPH = fourCc("ALPH");
    private static final int ANMF = fourCc("ANMF");
    private static final int ANMF_LENGTH = 16;
    /** More chunks than any real file has before its first frame. */
    private static final int MAX_CHUNKS = 1000;

    private static final String OTHER_SIZE = "The frame size differs from the declared size";

    /** Reads the container in {@code file}, whose size isn't compared with any limit. */
    static WebpContainer of(ImageInputStream file) throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(RIFF_HEADER);
        if (file.readInt() != VP8X) {
            return still(readFrame(file, RIFF_HEADER, end(file)));
        }
        long length = file.readUnsignedInt();
        int flags = file.readInt();
        int width = readUint24(file) + 1;
        int height = readUint24(file) + 1;
        long next = RIFF_HEADER + CHUNK_HEADER + Math.max(VP8X_LENGTH, even(length));
        WebpContainer container = (flags & ANIMATION_FLAG) == 0
                ? still(readFrame(file, next, end(file)))
                : animation(width, height, (flags & ALPHA_FLAG) != 0, readAnimatedFrame(file, next));
        Frame first = container.first;
        if (container.width != width
                || container.height != height
                || (long) first.x + first.width > width
                || (long) first.y + first.height > height) {
            throw new IIOException("The image size differs from the canvas size");
        }
        return container;
    }

    private static WebpContainer still(Frame frame) {
        return new WebpContainer(frame.width, frame.height, frame.hasAlpha, frame);
    }

    /** Reads a frame of an animation, as a still image of its own, from its chunks between two offsets. */
    static WebpContainer frame(ImageInputStream file, long start, long end, int width, int height) throws IOException {
        Frame frame = readFrame(file, start, end);
        if (frame.width != width || frame.height != height) {
            throw new IIOException(OTHER_SIZE);
        }
        return still(frame);
    }

    private static WebpContainer animation(int width, int height, boolean alpha, Frame frame) {
        boolean filled = frame.width == width && frame.height == height;
        return new WebpContainer(width, height, frame.hasAlpha || alpha && !filled, frame);
    }

    private static Frame readAnimatedFrame(ImageInputStream file, long start) throws IOException {
        long at = start;
        for (int i = 0; i < MAX_CHUNKS; i++) {
            file.seek(at);
            int type = file.readInt();
            long length = file.readUnsignedInt();
            if (type == ANMF) {
                int x = 2 * readUint24(file);
                int y = 2 * readUint24(file);
                int width = readUint24(file) + 1;
                int height = readUint24(file) + 1;
                long image = at + CHUNK_HEADER + ANMF_LENGTH;
                long end = Math.min(end(file), at + CHUNK_HEADER + length);
                Frame frame = frame(file, image, end, width, height).first;
                return new Frame(x, y, width, height, frame.lossless, frame.hasAlpha, frame.image, frame.alpha);
            }
            at += CHUNK_HEADER + even(length);
        }
        throw new IIOException("No frame among the first " + MAX_CHUNKS + " chunks");
    }

    /** Reads the first frame between {@code start} and {@code end}. */
    private static Frame readFrame(ImageInputStream file, long start, long end) throws IOException {
        Optional<Chunk> alpha = Optional.empty();
        long at = start;
        for (int i = 0; i < MAX_CHUNKS && at + CHUNK_HEADER <= end; i++) {
            file.seek(at);
            int type = file.readInt();
            long length = file.readUnsignedInt();
            long available = Math.min(length, end - at - CHUNK_HEADER);
            Chunk chunk = new Chunk(at + CHUNK_HEADER, (int) Math.min(Integer.MAX_VALUE, available));
            if (type == VP8) {
                byte[] head = new byte[FrameHeader.LENGTH];
                file.readFully(head);
                FrameHeader header = FrameHeader.of(head);
                return new Frame(0, 0, header.width(), header.height(), false, alpha.isPresent(), chunk, alpha);
            } else if (type == VP8L) {
                byte[] head = new byte[LosslessHeader.LENGTH];
                file.readFully(head);
                LosslessHeader header = LosslessHeader.of(head);
                return new Frame(
                        0, 0, header.width(), header.height(), true, header.hasAlpha(), chunk, Optional.empty());
            } else if (type == ALPH && alpha.isEmpty()) {
                alpha = Optional.of(chunk);
            }
            at += CHUNK_HEADER + even(length);
        }
        throw new IIOException("No image chunk");
    }

    private static long end(ImageInputStream file) throws IOException {
        long length = file.length();
        return length < 0 ? Long.MAX_VALUE : length;
    }

    private static int readUint24(ImageInputStream file) throws IOException {
        return file.readUnsignedShort() | file.readUnsignedByte() << 16;
    }

    /** Returns the length to which a chunk is padded. */
    private static long even(long length) {
        return length + (length & 1);
    }

    /** Returns a chunk type as it is read in little-endian order. */
    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
