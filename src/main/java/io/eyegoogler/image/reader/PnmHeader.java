package io.eyegoogler.image.reader;

import io.eyegoogler.PhotoRejectedException;
import java.io.IOException;
import javax.imageio.IIOException;

/**
 * The header of a PBM, PGM, PPM or PAM (netpbm's pbm(5), pgm(5), ppm(5), pam(5)).
 *
 * @param kind the digit of the magic number: 1 to 3 for plain text, 4 to 6 for binary, 7 for a PAM
 * @param depth samples per pixel: 1 for gray, 2 for gray and alpha, 3 for RGB, 4 for RGB and alpha
 * @param max the greatest sample
 */
record PnmHeader(char kind, int width, int height, int depth, int max) {

    private static final int MAX_MAXVAL = 65_535;
    private static final int MAX_LINE = 1000;
    private static final int MAX_LINES = 1000;

    /** Reads the header up to the first sample. */
    static PnmHeader read(BufferedByteSource source) throws IOException {
        source.next();
        char kind = (char) source.next();
        PnmHeader header = kind == '7' ? readPam(source) : readPnm(source, kind);
        if (header.width < 1 || header.height < 1 || header.max < 1 || header.max > MAX_MAXVAL) {
            throw new IIOException("Invalid size or maximum");
        }
        return header;
    }

    private static PnmHeader readPnm(BufferedByteSource source, char kind) throws IOException {
        int width = readNumber(source);
        int height = readNumber(source);
        int max = kind == '1' || kind == '4' ? 1 : readNumber(source);
        return new PnmHeader(kind, width, height, kind == '3' || kind == '6' ? 3 : 1, max);
    }

    /** Reads a decimal number and the byte after it. */
    static int readNumber(BufferedByteSource source) throws IOException {
        int next = nextAfterSpace(source);
        long number = 0;
        if (next < '0' || next > '9') {
            throw new IIOException("Expected a number");
        }
        while (next >= '0' && next <= '9') {
            number = Math.min(Integer.MAX_VALUE, 10 * number + next - '0');
            next = source.nextOrEnd();
        }
        return (int) number;
    }

    /**
     * Returns the next byte that is neither white space nor part of a comment, which extends to the end of its line.
     */
    static int nextAfterSpace(BufferedByteSource source) throws IOException {
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
                case "TUPLTYPE" -> checkTupleType(words);
                default -> {}
            }
        }
        throw new IIOException("The header is too long");
    }

    private static int value(String[] words) throws IIOException {
        try {
            return Integer.parseInt(words[1]);
        } catch (NumberFormatException | IndexOutOfBoundsException invalid) {
            throw new IIOException("Expected a number", invalid);
        }
    }

    private static void checkTupleType(String[] words) {
        if (words.length > 1 && words[1].startsWith("CMYK")) {
            throw new PhotoRejectedException.Unsupported(
                    "CMYK PAM files are not supported; save the image as RGB and send the copy.");
        }
    }

    boolean hasAlpha() {
        return depth == 2 || depth == 4;
    }

    boolean isPlain() {
        return kind <= '3';
    }
}
