package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads a GIF's first frame at its position on the logical screen, which is transparent around it. ImageIO's own reader
 * returns the frame alone.
 */
public final class GifReader extends SingleImageReader {

    private static final int SIGNATURE_LENGTH = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE_DESCRIPTOR = 0x2c;

    @Override
    protected Dimension readSize(ImageInputStream file) throws IOException {
        return Layout.of(file).canvas;
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        Layout layout = Layout.of(file);
        BufferedImage frame = frame(file);
        Dimension size = layout.canvas;
        if (frame.getWidth() == size.width && frame.getHeight() == size.height) {
            return frame;
        }
        BufferedImage canvas = new BufferedImage(size.width, size.height, BufferedImage.TYPE_4BYTE_ABGR);
        int[] row = new int[frame.getWidth()];
        for (int y = 0; y < frame.getHeight(); y++) {
            frame.getRGB(0, y, row.length, 1, row, 0, row.length);
            canvas.setRGB(layout.frame.x, layout.frame.y + y, row.length, 1, row, 0, row.length);
        }
        return canvas;
    }

    private static BufferedImage frame(ImageInputStream file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try {
            file.seek(0);
            reader.setInput(file, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /**
     * The layout of the first frame.
     *
     * @param canvas the size of the logical screen, extended to contain the frame
     * @param frame the frame's bounds on it
     */
    private record Layout(Dimension canvas, Rectangle frame) {

        static Layout of(ImageInputStream file) throws IOException {
            file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            file.seek(SIGNATURE_LENGTH);
            int width = file.readUnsignedShort();
            int height = file.readUnsignedShort();
            int flags = file.readUnsignedByte();
            // The background color, which no viewer shows, and the pixel aspect ratio.
            file.skipBytes(2);
            boolean palette = (flags & 0x80) != 0;
            file.skipBytes(palette ? 3 * (2 << (flags & 7)) : 0);
            skipExtensions(file);
            Rectangle frame = new Rectangle(
                    file.readUnsignedShort(), file.readUnsignedShort(),
                    file.readUnsignedShort(), file.readUnsignedShort());
            return new Layout(
                    new Dimension(Math.max(width, frame.x + frame.width), Math.max(height, frame.y + frame.height)),
                    frame);
        }

        /** Skips to the bounds in the first image descriptor. */
        private static void skipExtensions(ImageInputStream file) throws IOException {
            int block = file.readUnsignedByte();
            while (block == EXTENSION) {
                file.skipBytes(1);
                for (int length = file.readUnsignedByte(); length > 0; length = file.readUnsignedByte()) {
                    file.skipBytes(length);
                }
                block = file.readUnsignedByte();
            }
            if (block != IMAGE_DESCRIPTOR) {
                throw new IIOException("The GIF has no frame");
            }
        }
    }
}
