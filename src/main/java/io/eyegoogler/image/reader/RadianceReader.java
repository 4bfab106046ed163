package io.eyegoogler.image.reader;

import io.eyegoogler.PhotoRejectedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads Radiance RGBE files, .hdr or .pic (Ward, Real Pixels, Graphics Gems II; and Radiance's filefmts.pdf). */
public final class RadianceReader extends HdrReader {

    private static final int MAX_LINE = 10_000;
    private static final int MAX_LINES = 1000;
    private static final Pattern SIZE = Pattern.compile("([-+])Y (\\d{1,9}) ([-+])X (\\d{1,9})\\s*");
    private static final Pattern COLUMN_ORDER = Pattern.compile("[-+]X \\d+ [-+]Y \\d+\\s*");
    /** With an exponent of 128, a mantissa of 256 would be 1. */
    private static final int EXPONENT_BIAS = 128 + 8;
    /** The least width of rows that are run-length encoded channel by channel. */
    private static final int MIN_RUN_WIDTH = 8;
    /** The greatest width of such rows. */
    private static final int MAX_RUN_WIDTH = 0x7fff;

    @Override
    boolean isSrgbEncoded() {
        return false;
    }

    @Override
    Rows open(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        for (int i = 0; i < MAX_LINES; i++) {
            String line = source.nextLine(MAX_LINE).strip();
            if (line.equals("FORMAT=32-bit_rle_xyze")) {
                throw new PhotoRejectedException.Unsupported(
                        "Radiance files in XYZ are not supported; save the image as RGB and send the copy.");
            }
            if (line.isEmpty()) {
                return rows(source, source.nextLine(MAX_LINE));
            }
        }
        throw new IIOException("The header is too long");
    }

    private static Rows rows(BufferedByteSource source, String line) throws IIOException {
        Matcher size = SIZE.matcher(line);
        if (COLUMN_ORDER.matcher(line).matches()) {
            throw new PhotoRejectedException.Unsupported(
                    "Radiance files stored in columns are not supported; save the image in rows (-Y +X) and"
                            + " send the copy.");
        }
        if (!size.matches()) {
            throw new IIOException("The size is missing");
        }
        int height = Integer.parseInt(size.group(2));
        int width = Integer.parseInt(size.group(4));
        return new RgbeRows(
                source, width, height, size.group(1).equals("+"), size.group(3).equals("-"));
    }

    private static final class RgbeRows extends Rows {

        private final BufferedByteSource source;
        private final boolean rightToLeft;
        /** The current row, channel by channel; allocated with the first row, when the size has been checked. */
        private byte[] rgbe;

        RgbeRows(BufferedByteSource source, int width, int height, boolean bottomUp, boolean rightToLeft)
                throws IIOException {
            super(width, height, bottomUp);
            this.source = source;
            this.rightToLeft = rightToLeft;
        }

        @Override
        void read(float[] rgb) throws IOException {
            if (rgbe == null) {
                rgbe = new byte[Math.multiplyExact(4, width)];
            }
            readRow();
            for (int x = 0; x < width; x++) {
                int to = 3 * (rightToLeft ? width - 1 - x : x);
                int exponent = rgbe[3 * width + x] & 0xff;
                float unit = exponent == 0 ? 0 : Math.scalb(1f, exponent - EXPONENT_BIAS);
                for (int i = 0; i < 3; i++) {
                    rgb[to + i] = unit * (rgbe[i * width + x] & 0xff);
                }
            }
        }

        private void readRow() throws IOException {
            int first = source.next();
            int second = source.next();
            int third = source.next();
            int fourth = source.next();
            boolean runs = width >= MIN_RUN_WIDTH && width <= MAX_RUN_WIDTH && first == 2 && second == 2 && third < 128;
            if (!runs) {
                readOldRow(first, second, third, fourth);
                return;
            }
            if ((third << 8 | fourth) != width) {
                throw new IIOException("Inconsistent row width");
            }
            for (int channel = 0; channel < 4; channel++) {
                readChannel(channel * width, (channel + 1) * width);
            }
        }

        private void readChannel(int from, int to) throws IOException {
            int at = from;
            while (at < to) {
                int count = source.next();
                boolean run = count > 128;
                count = run ? count - 128 : count;
                if (count == 0 || count > to - at) {
                    throw new IIOException("A run exceeds its row");
                }
                if (run) {
                    Arrays.fill(rgbe, at, at + count, (byte) source.next());
                } else {
                    for (int i = at; i < at + count; i++) {
                        rgbe[i] = (byte) source.next();
                    }
                }
                at += count;
            }
        }

        /**
         * Reads the old format, pixel by pixel: 1, 1, 1, n repeats the last pixel n times, and a second one 256 n
         * times.
         */
        private void readOldRow(int r, int g, int b, int e) throws IOException {
            int[] next = {r, g, b, e};
            int shift = 0;
            for (int x = 0; x < width; ) {
                if (next[0] == 1 && next[1] == 1 && next[2] == 1) {
                    long count = shift > 24 ? Integer.MAX_VALUE : (long) next[3] << shift;
                    if (x == 0 || count > width - x) {
                        throw new IIOException("A run exceeds its row");
                    }
                    for (int i = 0; i < count; i++, x++) {
                        for (int channel = 0; channel < 4; channel++) {
                            rgbe[channel * width + x] = rgbe[channel * width + x - 1];
                        }
                    }
                    shift += 8;
                } else {
                    for (int channel = 0; channel < 4; channel++) {
                        rgbe[channel * width + x] = (byte) next[channel];
                    }
                    x++;
                    shift = 0;
                }
                if (x < width) {
                    for (int channel = 0; channel < 4; channel++) {
                        next[channel] = source.next();
                    }
                }
            }
        }
    }
}
