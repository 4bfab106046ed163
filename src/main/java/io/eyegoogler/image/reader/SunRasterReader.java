package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads Sun raster files (rasterfile(5) of SunOS): of 1, 8, 24 and 32 bits a pixel, with a palette or without. */
public final class SunRasterReader extends SingleImageReader {

    private static final int RUN_LENGTHS = 2;
    /** Pixels are red, green, blue; in all others blue comes first. */
    private static final int RGB = 3;

    private static final int NO_PALETTE = 0;
    private static final int RGB_PALETTE = 1;
    private static final int MAX_COLORS = 256;
    private static final int MARK = 0x80;

    private record Header(int width, int height, int bits, int kind, int paletteKind, int paletteLength) {

        static Header read(BufferedByteSource source) throws IOException {
            // The signature.
            source.nextInt();
            int width = source.nextInt();
            int height = source.nextInt();
            int bits = source.nextInt();
            // The length of all pixels, which old files state as 0.
            source.nextInt();
            Header header = new Header(width, height, bits, source.nextInt(), source.nextInt(), source.nextInt());
            if (width < 1 || height < 1) {
                throw new IIOException("An impossible size");
            }
            return header;
        }

        void check() throws IOException {
            boolean known = kind >= 0
                    && kind <= RGB
                    && (bits == 1 || bits == 8 || bits == 24 || bits == 32)
                    && (paletteKind == RGB_PALETTE || paletteKind == NO_PALETTE);
            if (!known) {
                throw new UnsupportedKindException(
                        "Sun raster files of this kind aren't read here; save it as PNG and send that.");
            }
            if (paletteLength < 0 || paletteLength > 3 * MAX_COLORS || paletteKind == NO_PALETTE && paletteLength > 0) {
                throw new IIOException("A palette of an impossible size");
            }
        }

        /** Bytes of a row, which are even in number. */
        int rowLength() {
            return (int) (((long) width * bits + 15) / 16 * 2);
        }
    }

    @Override
    protected Dimension size(ImageInputStream file) throws IOException {
        Header header = Header.read(new BufferedByteSource(file));
        return new Dimension(header.width, header.height);
    }

    @Override
    protected BufferedImage picture(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        Header header = Header.read(source);
        header.check();
        byte[] palette = new byte[header.paletteLength];
        source.fill(palette);
        SampleRaster target = new SampleRaster(header.width, header.height, false);
        byte[] row = new byte[header.rowLength()];
        Runs runs = header.kind == RUN_LENGTHS ? new Runs(source) : null;
        for (int y = 0; y < header.height; y++) {
            if (runs == null) {
                source.fill(row);
            } else {
                runs.fill(row);
            }
            for (int x = 0; x < header.width; x++) {
                put(target, x, y, header, row, palette);
            }
        }
        return target.image();
    }

    private static void put(SampleRaster target, int x, int y, Header header, byte[] row, byte[] palette)
            throws IIOException {
        if (header.bits >= 24) {
            int first = x * header.bits / 8 + (header.bits == 32 ? 1 : 0);
            int red = header.kind == RGB ? first : first + 2;
            int blue = header.kind == RGB ? first + 2 : first;
            target.put(x, y, row[red], row[first + 1], row[blue], 255);
            return;
        }
        int index = header.bits == 8 ? row[x] & 0xff : row[x / 8] >> 7 - x % 8 & 1;
        int colors = palette.length / 3;
        if (colors == 0) {
            int gray = header.bits == 8 ? index : index == 0 ? 255 : 0;
            target.put(x, y, gray, gray, gray, 255);
        } else if (index < colors) {
            target.put(x, y, palette[index], palette[colors + index], palette[2 * colors + index], 255);
        } else {
            throw new IIOException("A color that isn't in the palette");
        }
    }

    /** Bytes of which equal ones in a row are stored once; a run may go on in the next row. */
    private static final class Runs {

        private final BufferedByteSource source;
        private int left;
        private byte value;

        Runs(BufferedByteSource source) {
            this.source = source;
        }

        void fill(byte[] row) throws IOException {
            for (int i = 0; i < row.length; i++) {
                if (left == 0) {
                    start();
                }
                row[i] = value;
                left--;
            }
        }

        private void start() throws IOException {
            int next = source.next();
            left = 1;
            if (next == MARK) {
                int more = source.next();
                left = more + 1;
                next = more == 0 ? MARK : source.next();
            }
            value = (byte) next;
        }
    }
}
