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
 * An ImageIO reader that reads only the first image of a file.
 *
 * <p>It has no provider, so ImageIO can't find it. The parameters of {@code read} are ignored.
 */
public abstract class SingleImageReader extends ImageReader {

    protected SingleImageReader() {
        super(null);
    }

    /** Reads the size of the image, px, from the header of {@code file}, which is at its beginning. */
    protected abstract Dimension readSize(ImageInputStream file) throws IOException;

    /** Decodes the image in {@code file}, which is at its beginning. */
    protected abstract BufferedImage readImage(ImageInputStream file) throws IOException;

    private ImageInputStream file(int index) throws IOException {
        if (index != 0) {
            throw new IndexOutOfBoundsException("Only image 0 can be read, not " + index);
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
        return readSize(file(index)).width;
    }

    @Override
    public int getHeight(int index) throws IOException {
        return readSize(file(index)).height;
    }

    @Override
    public BufferedImage read(int index, ImageReadParam param) throws IOException {
        return readImage(file(index));
    }

    /** Returns none, since the type is known only once the image has been read. */
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
