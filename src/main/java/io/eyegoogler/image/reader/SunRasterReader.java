package io.eyegoogler.image.reader;

import io.eyegoogler.PhotoRejectedException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads Sun raster files of 1, 8, 24 and 32 bits per pixel, with or without a palette (SunOS, rasterfile(5)). */
public final class SunRasterReader extends SingleImageReader {

    private static final int RT_BYTE_ENCODED = 2;
    /** Pixels are in the order red, green, blue; of all other types, in the order blue, green, red. */
    private static final int RT_FORMAT_RGB = 3;

    private static final int RMT_NONE = 0;
    private static final int RMT_EQUAL_RGB = 1;
    private static final int MAX_COLORS = 256;
    private static final int ESCAPE = 0x80;

    private record Header(int width, int height, int depth, int type, int mapType, int mapLength) {

        static Header read(BufferedByteSource source) throws IOException {
            // The signature.
            source.nextInt();
            int width = source.nextInt();
            int height = source.nextInt();
            int depth = source.nextInt();
            // The length of the pixels, which is 0 in old files.
            source.nextInt();
            Header header = new Header(width, height, depth, source.nextInt(), source.nextInt(), source.nextInt());
            if (width < 1 || height < 1) {
                throw new IIOException("Invalid size");
            }
            return header;
        }

        void check() throws IIOException {
            boolean known = type >= 0
                    && type <= RT_FORMAT_RGB
                    && (depth == 1 || depth == 8 || depth == 24 || depth == 32)
                    && (mapType == RMT_EQUAL_RGB || mapType == RMT_NONE);
            if (!known) {
                throw new PhotoRejectedException.Unsupported(
                        "This kind of Sun raster file is not supported; save the image as PNG and send the copy.");
            }
            if (mapLength < 0 || mapLength > 3 * MAX_COLORS || mapType == RMT_NONE && mapLength > 0) {
                throw new IIOException("Invalid size of the palette");
            }
        }

        /** Returns the bytes per row, which are padded to an even number. */
        int rowLength() {
            return (int) (((long) width * depth + 15) / 16 * 2);
        }
    }

    @Override
    protected Dimension readSize(ImageInputStream file) throws IOException {
        Header header = Header.read(new BufferedByteSource(file));
        return new Dimension(header.width, header.height);
    }

    @Override
    protected BufferedImage readImage(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        Header header = Header.read(source);
        header.check();
        byte[] palette = new byte[header.mapLength];
        source.fill(palette);
        SrgbImageBuilder target = new SrgbImageBuilder(header.width, header.height, false);
        byte[] row = new byte[header.rowLength()];
        RunDecoder runs = header.type == RT_BYTE_ENCODED ? new RunDecoder(source) : null;
        for (int y = 0; y < header.height; y++) {
            if (runs == null) {
                source.fill(row);
            } else {
                runs.fill(row);
            }
            for (int x = 0; x < header.width; x++) {
                setPixel(target, x, y, header, row, palette);
            }
        }
        return target.image();
    }

    private static void setPixel(SrgbImageBuilder target, int x, int y, Header header, byte[] row, byte[] palette)
            throws IIOException {
        if (header.depth >= 24) {
            int first = x * header.depth / 8 + (header.depth == 32 ? 1 : 0);
            int red = header.type == RT_FORMAT_RGB ? first : first + 2;
            int blue = header.type == RT_FORMAT_RGB ? first + 2 : first;
            target.set(x, y, row[red], row[first + 1], row[blue], 255);
            return;
        }
        int index = header.depth == 8 ? row[x] & 0xff : row[x / 8] >> 7 - x % 8 & 1;
        int colors = palette.length / 3;
        if (colors == 0) {
            int gray = header.depth == 8 ? index : index == 0 ? 255 : 0;
            target.set(x, y, gray, gray, gray, 255);
        } else if (index < colors) {
            target.set(x, y, palette[index], palette[colors + index], palette[2 * colors + index], 255);
        } else {
            throw new IIOException("A color is missing from the palette");
        }
    }

    /** Decodes run-length encoded bytes. A run may extend to the next row. */
    private static final class RunDecoder {

        private final BufferedByteSource source;
        private int remaining;
        private byte value;

        RunDecoder(BufferedByteSource source) {
            this.source = source;
        }

        void fill(byte[] row) throws IOException {
            for (int i = 0; i < row.length; i++) {
                if (remaining == 0) {
                    readRun();
                }
                row[i] = value;
                remaining--;
            }
        }

        private void readRun() throws IOException {
            int next = source.next();
            remaining = 1;
            if (next == ESCAPE) {
                int more = source.next();
                remaining = more + 1;
                next = more == 0 ? ESCAPE : source.next();
            }
            value = (byte) next;
        }
    }
}
