package io.eyegoogler.image.heif;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.reader.SingleImageReader;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads HEIC and AVIF: has the converter decode the tiles, and puts them together, cropped but not turned upright. */
public final class HeifReader extends SingleImageReader {

    private final HeifPhoto photo;
    private final HeifConverter converter;
    private final Cancellation cancellation;

    /** Creates a reader of one photo, which stops when {@code cancellation} says so. */
    public HeifReader(HeifPhoto photo, HeifConverter converter, Cancellation cancellation) {
        this.photo = photo;
        this.converter = converter;
        this.cancellation = cancellation;
    }

    /** Returns the size before the crop, which is what decoding takes. */
    @Override
    protected Dimension readSize(ImageInputStream file) {
        return new Dimension(photo.width(), photo.height());
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        BufferedImage image = new BufferedImage(
                photo.crop().width,
                photo.crop().height,
                photo.hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        try (Conversion conversion = convert()) {
            for (int i = 0; i < photo.tiles().size(); i++) {
                cancellation.check();
                readTile(i, conversion.next(), image);
            }
            if (!conversion.awaitSuccess()) {
                throw new IIOException("The converter failed");
            }
        }
        if (photo.premultiplied()) {
            Premultiplication.undo(image, cancellation);
        }
        return image;
    }

    private Conversion convert() throws IOException {
        try {
            return converter.convert(photo, cancellation);
        } catch (IOException noMemory) {
            throw new PhotoRejectedException.TooMuchMemory("HEIC", photo.width(), photo.height());
        }
    }

    private void readTile(int index, PngStream file, BufferedImage image) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(file)) {
            reader.setInput(input, true, true);
            CodedImage tile = photo.tiles().get(index);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkSize(tile, width, height);
            Point origin = new Point(
                    index % photo.columns() * tile.width(), index / photo.columns() * tile.height());
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

    /** A tile of a grid may be larger than declared by an encoder's padding. */
    private void checkSize(CodedImage tile, int width, int height) throws IIOException {
        int padding = photo.isGrid() ? PhotoResolver.MAX_PADDING : 0;
        int moreWidth = width - tile.width();
        int moreHeight = height - tile.height();
        if (moreWidth < 0 || moreHeight < 0 || moreWidth > padding || moreHeight > padding) {
            throw new IIOException(tile.width() + " × " + tile.height() + " declared, " + width + " × " + height
                    + " decoded");
        }
    }
}
