package io.eyegoogler.image.reader;

import java.awt.Dimension;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/** Reads Radiance pictures, .hdr or .pic (Ward, Real Pixels, Graphics Gems II; and Radiance's filefmts.pdf). */
public final class RadianceReader extends HdrReader {

    private static final int MAX_LINE = 10_000;
    private static final int MAX_LINES = 1000;
    private static final Pattern SIZE = Pattern.compile("([-+])Y (\\d{1,9}) ([-+])X (\\d{1,9})\\s*");
    private static final Pattern OTHER_ORDER = Pattern.compile("[-+]X \\d+ [-+]Y \\d+\\s*");
    /** An exponent of 128 makes 1 of a mantissa of 128. */
    private static final int BIAS = 128 + 8;
    /** Widths of rows whose channels are stored one after the other. */
    private static final int MIN_RUN_WIDTH = 8;

    private static final int MAX_RUN_WIDTH = 0x7fff;

    @Override
    boolean coded() {
        return false;
    }

    @Override
    Rows open(ImageInputStream file) throws IOException {
        BufferedByteSource source = new BufferedByteSource(file);
        for (int i = 0; i < MAX_LINES; i++) {
            String line = source.nextLine(MAX_LINE).strip();
            if (line.equals("FORMAT=32-bit_rle_xyze")) {
                throw new UnsupportedKindException(
                        "Radiance pictures in XYZ aren't read here; save it as RGB and send that.");
            }
            if (line.isEmpty()) {
                return rows(source, source.nextLine(MAX_LINE));
            }
        }
        throw new IIOException("The header has no end");
    }

    private static Rows rows(BufferedByteSource source, String line) throws IIOException {
        Matcher size = SIZE.matcher(line);
        if (OTHER_ORDER.matcher(line).matches()) {
            throw new UnsupportedKindException(
                    "Radiance pictures stored in columns aren't read here; save it in rows (-Y +X) and send that.");
        }
        if (!size.matches()) {
            throw new IIOException("A picture without a size");
        }
        int height = Integer.parseInt(size.group(2));
        int width = Integer.parseInt(size.group(4));
        if (width < 1 || height < 1) {
            throw new IIOException("An impossible size");
        }
        return new RgbeRows(
                source, width, height, size.group(1).equals("+"), size.group(3).equals("-"));
    }

    private static final class RgbeRows implements Rows {

        private final BufferedByteSource source;
        private final Dimension size;
        private final boolean upwards;
        private final boolean leftwards;
        private int done;
        /** Channel after channel; made with the first row, when the size was found to be possible. */
        private byte[] rgbe;

        RgbeRows(BufferedByteSource source, int width, int height, boolean upwards, boolean leftwards) {
            this.source = source;
            this.size = new Dimension(width, height);
            this.upwards = upwards;
            this.leftwards = leftwards;
        }

        @Override
        public Dimension size() {
            return size;
        }

        @Override
        public int nextRow() {
            return upwards ? size.height - 1 - done : done;
        }

        @Override
        public void read(float[] light) throws IOException {
            int width = size.width;
            if (rgbe == null) {
                rgbe = new byte[Math.multiplyExact(4, width)];
            }
            readBytes(width);
            for (int x = 0; x < width; x++) {
                int to = 3 * (leftwards ? width - 1 - x : x);
                int exponent = rgbe[3 * width + x] & 0xff;
                float unit = exponent == 0 ? 0 : Math.scalb(1f, exponent - BIAS);
                for (int i = 0; i < 3; i++) {
                    light[to + i] = unit * (rgbe[i * width + x] & 0xff);
                }
            }
            done++;
        }

        private void readBytes(int width) throws IOException {
            int first = source.next();
            int second = source.next();
            int third = source.next();
            int fourth = source.next();
            boolean runs = width >= MIN_RUN_WIDTH && width <= MAX_RUN_WIDTH && first == 2 && second == 2 && third < 128;
            if (!runs) {
                readPixels(width, first, second, third, fourth);
                return;
            }
            if ((third << 8 | fourth) != width) {
                throw new IIOException("A row of another width");
            }
            for (int channel = 0; channel < 4; channel++) {
                readRuns(channel * width, (channel + 1) * width);
            }
        }

        private void readRuns(int from, int to) throws IOException {
            int at = from;
            while (at < to) {
                int count = source.next();
                boolean run = count > 128;
                count = run ? count - 128 : count;
                if (count == 0 || count > to - at) {
                    throw new IIOException("A run beyond its row");
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

        /** One by one, the old way: 1, 1, 1, n repeats the last one n times, and a second such 256 n times. */
        private void readPixels(int width, int r, int g, int b, int e) throws IOException {
            int[] next = {r, g, b, e};
            int shift = 0;
            for (int x = 0; x < width; ) {
                if (next[0] == 1 && next[1] == 1 && next[2] == 1) {
                    long count = shift > 24 ? Integer.MAX_VALUE : (long) next[3] << shift;
                    if (x == 0 || count > width - x) {
                        throw new IIOException("A run beyond its row");
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
