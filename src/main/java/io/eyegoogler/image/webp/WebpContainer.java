package io.eyegoogler.image.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What the container says (RFC 9649, 2): the canvas, and where on it the first frame is, and where in the file.
 *
 * @param width px of the canvas
 * @param height px of the canvas
 * @param translucent whether the canvas has alpha; one that hasn't is black around a smaller frame, as with libwebp
 * @param first the picture, or an animation's first frame
 */
record WebpContainer(int width, int height, boolean translucent, Frame first) {

    /**
     * @param x px from the canvas's left side
     * @param y px from the canvas's top
     * @param lossless whether {@code image} is a VP8L bitstream, not a VP8 one
     * @param translucent whether any pixel may be other than opaque
     * @param alpha of a lossy picture
     */
    record Frame(
            int x,
            int y,
            int width,
            int height,
            boolean lossless,
            boolean translucent,
            Chunk image,
            Optional<Chunk> alpha) {}

    /** A chunk's payload, bytes of the file; of one that was cut off, what there is. */
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
    /** More than any honest file has before its first pixels. */
    private static final int MAX_CHUNKS = 1000;

    /** Reads the header of {@code file}; its size isn't compared with any limit. */
    static WebpContainer of(ImageInputStream file) throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(RIFF_HEADER);
        if (file.readInt() != VP8X) {
            return still(frame(file, RIFF_HEADER, end(file)));
        }
        long length = file.readUnsignedInt();
        int flags = file.readInt();
        int width = readTriple(file) + 1;
        int height = readTriple(file) + 1;
        long next = RIFF_HEADER + CHUNK_HEADER + Math.max(VP8X_LENGTH, even(length));
        WebpContainer header = (flags & ANIMATION_FLAG) == 0
                ? still(frame(file, next, end(file)))
                : animation(width, height, (flags & ALPHA_FLAG) != 0, animated(file, next));
        Frame first = header.first;
        if (header.width != width
                || header.height != height
                || (long) first.x + first.width > width
                || (long) first.y + first.height > height) {
            throw new IIOException("The picture isn't as large as the file says");
        }
        return header;
    }

    private static WebpContainer still(Frame frame) {
        return new WebpContainer(frame.width, frame.height, frame.translucent, frame);
    }

    private static WebpContainer animation(int width, int height, boolean alpha, Frame frame) {
        boolean filled = frame.width == width && frame.height == height;
        return new WebpContainer(width, height, frame.translucent || alpha && !filled, frame);
    }

    private static Frame animated(ImageInputStream file, long start) throws IOException {
        long at = start;
        for (int i = 0; i < MAX_CHUNKS; i++) {
            file.seek(at);
            int type = file.readInt();
            long length = file.readUnsignedInt();
            if (type == ANMF) {
                int x = 2 * readTriple(file);
                int y = 2 * readTriple(file);
                int width = readTriple(file) + 1;
                int height = readTriple(file) + 1;
                long image = at + CHUNK_HEADER + ANMF_LENGTH;
                Frame frame = frame(file, image, Math.min(end(file), at + CHUNK_HEADER + length));
                if (frame.width != width || frame.height != height) {
                    throw new IIOException("The frame isn't as large as the file says");
                }
                return new Frame(x, y, width, height, frame.lossless, frame.translucent, frame.image, frame.alpha);
            }
            at += CHUNK_HEADER + even(length);
        }
        throw new IIOException("No frame among the first " + MAX_CHUNKS + " chunks");
    }

    /** The picture in the first chunk from {@code start} that has one. */
    private static Frame frame(ImageInputStream file, long start, long end) throws IOException {
        Optional<Chunk> alpha = Optional.empty();
        long at = start;
        for (int i = 0; i < MAX_CHUNKS && at + CHUNK_HEADER <= end; i++) {
            file.seek(at);
            int type = file.readInt();
            long length = file.readUnsignedInt();
            long there = Math.min(length, end - at - CHUNK_HEADER);
            Chunk chunk = new Chunk(at + CHUNK_HEADER, (int) Math.min(Integer.MAX_VALUE, there));
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
                        0, 0, header.width(), header.height(), true, header.translucent(), chunk, Optional.empty());
            } else if (type == ALPH && alpha.isEmpty()) {
                alpha = Optional.of(chunk);
            }
            at += CHUNK_HEADER + even(length);
        }
        throw new IIOException("No picture");
    }

    private static long end(ImageInputStream file) throws IOException {
        long length = file.length();
        return length < 0 ? Long.MAX_VALUE : length;
    }

    private static int readTriple(ImageInputStream file) throws IOException {
        return file.readUnsignedShort() | file.readUnsignedByte() << 16;
    }

    /** Chunks are padded to an even length. */
    private static long even(long length) {
        return length + (length & 1);
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
