package io.eyegoogler.image.heif;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.image.reader.SingleImageReader;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads HEIC and AVIF: has the converter decode the tiles, and puts them together, cropped but not turned upright. */
public final class HeifReader extends SingleImageReader {

    private final String format;
    private final HeifConverter converter;
    private final Cancellation cancellation;

    /**
     * Creates a reader that stops when {@code cancellation} says so.
     *
     * @param format the name of the format, for messages
     */
    public HeifReader(String format, HeifConverter converter, Cancellation cancellation) {
        this.format = format;
        this.converter = converter;
        this.cancellation = cancellation;
    }

    /** Returns the size before the crop, which is what decoding takes. */
    @Override
    protected Dimension readSize(ImageInputStream file) throws IOException {
        HeifPhoto photo = photo(file);
        return new Dimension(photo.width(), photo.height());
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        HeifPhoto photo = photo(file);
        BufferedImage image = new BufferedImage(
                photo.crop().width,
                photo.crop().height,
                photo.hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        try (Conversion conversion = convert(photo)) {
            readTiles(photo, conversion, image);
        } catch (IOException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new WorkCancelledException(Cancellation.Reason.INTERRUPTED);
            }
            throw failure;
        }
        if (photo.premultiplied()) {
            Premultiplication.undo(image, cancellation);
        }
        return image;
    }

    private void readTiles(HeifPhoto photo, Conversion conversion, BufferedImage image) throws IOException {
        for (int i = 0; i < photo.tiles().size(); i++) {
            cancellation.check();
            readTile(photo, i, conversion.next(), image);
        }
        if (!conversion.awaitSuccess()) {
            throw new IIOException("The converter failed");
        }
    }

    private HeifPhoto photo(ImageInputStream file) throws IOException {
        byte[] bytes = new byte[(int) file.length()];
        file.readFully(bytes);
        return HeifPhoto.of(ByteBuffer.wrap(bytes), format);
    }

    private Conversion convert(HeifPhoto photo) throws IOException {
        try {
            return converter.convert(photo, cancellation);
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (IOException noMemory) {
            throw new PhotoRejectedException.TooMuchMemory(format, photo.width(), photo.height());
        }
    }

    private void readTile(HeifPhoto photo, int index, PngStream file, BufferedImage image) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(file)) {
            reader.setInput(input, true, true);
            CodedImage tile = photo.tiles().get(index);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkSize(photo, index, width, height);
            Point origin = new Point(index % photo.columns() * tile.width(), index / photo.columns() * tile.height());
            Rectangle visible = new Rectangle(origin.x, origin.y, width, height).intersection(photo.crop());
            if (!visible.isEmpty()) {
                ImageReadParam param = reader.getDefaultReadParam();
                param.setDestination(image);
                param.setDestinationOffset(new Point(visible.x - photo.crop().x, visible.y - photo.crop().y));
                visible.translate(-origin.x, -origin.y);
                param.setSourceRegion(visible);
                reader.read(0, param);
            }
            file.drain();
        } finally {
            reader.dispose();
        }
    }

    /**
     * Checks that a decoded tile is as large as declared. In a grid it may be larger by an encoder's padding; such tiles
     * must reach the edges of the photo.
     */
    private static void checkSize(HeifPhoto photo, int index, int width, int height) throws IIOException {
        CodedImage tile = photo.tiles().get(index);
        int padding = photo.isGrid() ? PhotoResolver.MAX_PADDING : 0;
        int column = index % photo.columns();
        int row = index / photo.columns();
        int rows = photo.tiles().size() / photo.columns();
        int minWidth = column < photo.columns() - 1 ? tile.width() : photo.width() - column * tile.width();
        int minHeight = row < rows - 1 ? tile.height() : photo.height() - row * tile.height();
        if (width < minWidth
                || height < minHeight
                || width < tile.width()
                || height < tile.height()
                || width > tile.width() + padding
                || height > tile.height() + padding) {
            throw new IIOException(
                    tile.width() + " × " + tile.height() + " declared, " + width + " × " + height + " decoded");
        }
    }
}
