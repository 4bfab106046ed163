package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import javax.imageio.IIOException;

/** Decodes the alpha of a lossy image (RFC 9649, 2.7.1.2). */
final class AlphaDecoder {

    private static final int UNCOMPRESSED = 0;
    private static final int LOSSLESS = 1;
    private static final int NO_FILTER = 0;
    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;

    private final int width;
    private final int height;
    private final Cancellation cancellation;

    AlphaDecoder(int width, int height, Cancellation cancellation) {
        this.width = width;
        this.height = height;
        this.cancellation = cancellation;
    }

    /**
     * Returns the alpha of each pixel.
     *
     * @param chunk the payload of an ALPH chunk
     */
    byte[] decode(byte[] chunk) throws IIOException {
        if (chunk.length == 0) {
            throw new IIOException("The alpha chunk is empty");
        }
        int method = chunk[0] & 3;
        byte[] alpha =
                switch (method) {
                    case UNCOMPRESSED -> uncompressed(chunk);
                    case LOSSLESS -> lossless(chunk);
                    default -> throw new IIOException("Unknown compression of alpha");
                };
        int filter = chunk[0] >> 2 & 3;
        if (filter != NO_FILTER) {
            unfilter(alpha, filter);
        }
        return alpha;
    }

    private byte[] uncompressed(byte[] chunk) throws IIOException {
        byte[] alpha = new byte[Math.multiplyExact(width, height)];
        if (chunk.length - 1 < alpha.length) {
            throw new IIOException("Alpha ends before the last pixel");
        }
        System.arraycopy(chunk, 1, alpha, 0, alpha.length);
        return alpha;
    }

    /** Decodes a VP8L bitstream whose green channel is alpha. */
    private byte[] lossless(byte[] chunk) throws IIOException {
        LosslessHeader header = new LosslessHeader(width, height, false);
        int[] argb = new LosslessDecoder(chunk, 1, header, cancellation).decode();
        byte[] alpha = new byte[argb.length];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (argb[i] >> 8);
        }
        return alpha;
    }

    /** Adds the prediction from its neighbors to each value. */
    private void unfilter(byte[] alpha, int filter) {
        for (int x = 1; x < width; x++) {
            alpha[x] += alpha[x - 1];
        }
        for (int y = 1; y < height; y++) {
            cancellation.check();
            int row = y * width;
            alpha[row] += alpha[row - width];
            for (int i = row + 1; i < row + width; i++) {
                int left = alpha[i - 1] & 0xff;
                int above = alpha[i - width] & 0xff;
                alpha[i] += (byte)
                        switch (filter) {
                            case HORIZONTAL -> left;
                            case VERTICAL -> above;
                            default -> Math.max(0, Math.min(255, left + above - (alpha[i - width - 1] & 0xff)));
                        };
            }
        }
    }
}
