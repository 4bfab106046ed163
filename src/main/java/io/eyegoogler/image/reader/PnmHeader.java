package io.eyegoogler.image.reader;

import java.io.IOException;
import javax.imageio.IIOException;

/**
 * The header of a PBM, PGM, PPM or PAM (netpbm's pbm(5), pgm(5), ppm(5), pam(5)).
 *
 * @param kind the digit behind the P: 1 to 3 as text, 4 to 6 as bytes, 7 a PAM
 * @param depth samples of a pixel: grey, grey and alpha, RGB, or RGB and alpha
 * @param max the sample that stands for the brightest
 */
record PnmHeader(char kind, int width, int height, int depth, int max) {

    private static final int MAX_SAMPLE = 65_535;
    private static final int MAX_LINE = 1000;
    private static final int MAX_LINES = 1000;

    /** Reads up to the first sample. */
    static PnmHeader read(BufferedByteSource source) throws IOException {
        source.next();
        char kind = (char) source.next();
        PnmHeader header = kind == '7' ? readPam(source) : readPnm(source, kind);
        if (header.width < 1 || header.height < 1 || header.max < 1 || header.max > MAX_SAMPLE) {
            throw new IIOException("An impossible size or brightness");
        }
        return header;
    }

    private static PnmHeader readPnm(BufferedByteSource source, char kind) throws IOException {
        int width = number(source);
        int height = number(source);
        int max = kind == '1' || kind == '4' ? 1 : number(source);
        return new PnmHeader(kind, width, height, kind == '3' || kind == '6' ? 3 : 1, max);
    }

    /** A number, and the one space behind it. */
    static int number(BufferedByteSource source) throws IOException {
        int next = afterSpace(source);
        long number = 0;
        if (next < '0' || next > '9') {
            throw new IIOException("No number where one must be");
        }
        while (next >= '0' && next <= '9') {
            number = Math.min(Integer.MAX_VALUE, 10 * number + next - '0');
            next = source.nextOrEnd();
        }
        return (int) number;
    }

    /** The next byte that isn't white space, nor in a comment, which goes to the end of its line. */
    static int afterSpace(BufferedByteSource source) throws IOException {
        boolean comment = false;
        int next = source.next();
        while (comment || next == '#' || Character.isWhitespace(next)) {
            comment = next == '#' || comment && next != '\n' && next != '\r';
            next = source.next();
        }
        return next;
    }

    private static PnmHeader readPam(BufferedByteSource source) throws IOException {
        source.nextLine(MAX_LINE);
        int width = 0;
        int height = 0;
        int depth = 0;
        int max = 0;
        for (int i = 0; i < MAX_LINES; i++) {
            String[] words = source.nextLine(MAX_LINE).strip().split("\\s+", 2);
            switch (words[0]) {
                case "WIDTH" -> width = value(words);
                case "HEIGHT" -> height = value(words);
                case "DEPTH" -> depth = value(words);
                case "MAXVAL" -> max = value(words);
                case "ENDHDR" -> {
                    return new PnmHeader('7', width, height, depth, max);
                }
                case "TUPLTYPE" -> checkColors(words);
                default -> {}
            }
        }
        throw new IIOException("The header has no end");
    }

    private static int value(String[] words) throws IIOException {
        try {
            return Integer.parseInt(words[1]);
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new IIOException("No number where one must be", wrong);
        }
    }

    private static void checkColors(String[] words) throws IIOException {
        if (words.length > 1 && words[1].startsWith("CMYK")) {
            throw new UnsupportedKindException("CMYK PAM files aren't read here; save it as RGB and send that.");
        }
    }

    boolean alpha() {
        return depth == 2 || depth == 4;
    }

    boolean text() {
        return kind <= '3';
    }
}
