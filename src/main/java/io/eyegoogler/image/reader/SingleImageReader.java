package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;

/**
 * An ImageIO reader of files with one picture, or of the first one in a file.
 *
 * <p>It has no provider, and so can't be found by ImageIO: a program that uses this as a library keeps the readers that
 * it had. Parameters of {@code read} are ignored.
 */
public abstract class SingleImageReader extends ImageReader {

    protected SingleImageReader() {
        super(null);
    }

    /** The picture's size, px, told from the header of {@code file}, which stands at its begin. */
    protected abstract Dimension size(ImageInputStream file) throws IOException;

    /** The picture in {@code file}, which stands at its begin. */
    protected abstract BufferedImage picture(ImageInputStream file) throws IOException;

    private ImageInputStream file(int index) throws IOException {
        if (index != 0) {
            throw new IndexOutOfBoundsException("Only picture 0 is read, not " + index);
        }
        if (getInput() == null) {
            throw new IllegalStateException("No input");
        }
        ImageInputStream file = (ImageInputStream) getInput();
        file.seek(0);
        return file;
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return size(file(index)).width;
    }

    @Override
    public int getHeight(int index) throws IOException {
        return size(file(index)).height;
    }

    @Override
    public BufferedImage read(int index, ImageReadParam param) throws IOException {
        return picture(file(index));
    }

    /** Types are known once a picture has been read. */
    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
        return Collections.emptyIterator();
    }

    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int index) {
        return null;
    }
}
