package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.IIOException;

/** Decodes a VP8L bitstream (RFC 9649, 3), or what stands for one in an alpha chunk. */
final class LosslessDecoder {

    private static final int PREDICTOR = 0;
    private static final int COLOR = 1;
    private static final int SUBTRACT_GREEN = 2;

    private final BitReader bits;
    private final int width;
    private final int height;
    private final Cancellation cancellation;
    /** The last one first. */
    private final Deque<Transform> transforms = new ArrayDeque<>();
    /** Pixels in a row of the picture that is stored; a palette may lessen it. */
    private int storedWidth;

    /** @param bitstream a VP8L chunk's payload */
    LosslessDecoder(byte[] bitstream, Cancellation cancellation) throws IIOException {
        this(bitstream, LosslessHeader.LENGTH, LosslessHeader.of(bitstream), cancellation);
    }

    /** A bitstream from {@code start} on, without its header. */
    LosslessDecoder(byte[] bitstream, int start, LosslessHeader header, Cancellation cancellation) {
        this.bits = new BitReader(bitstream, start);
        this.width = header.width();
        this.height = header.height();
        this.cancellation = cancellation;
    }

    /** The pixels, ARGB, row by row. */
    int[] decode() throws IIOException {
        storedWidth = width;
        Set<Integer> seen = new HashSet<>();
        while (bits.flag()) {
            int kind = bits.number(2);
            if (!seen.add(kind)) {
                throw new IIOException("The same transform twice");
            }
            transforms.push(readTransform(kind));
        }
        int[] pixels = EntropyCodedImage.readMain(bits, storedWidth, height, cancellation);
        for (Transform transform : transforms) {
            cancellation.check();
            pixels = transform.undo(pixels, cancellation);
        }
        return pixels;
    }

    private Transform readTransform(int kind) throws IIOException {
        switch (kind) {
            case PREDICTOR, COLOR -> {
                int square = bits.number(3) + 2;
                int[] squares = EntropyCodedImage.read(
                        bits, Transform.squares(storedWidth, square), Transform.squares(height, square), cancellation);
                return kind == COLOR
                        ? new ColorTransform(storedWidth, square, squares)
                        : new PredictorTransform(storedWidth, square, squares);
            }
            case SUBTRACT_GREEN -> {
                return new SubtractGreenTransform();
            }
            default -> {
                int colors = bits.number(8) + 1;
                int[] differences = EntropyCodedImage.read(bits, colors, 1, cancellation);
                ColorIndexingTransform indexing = ColorIndexingTransform.of(storedWidth, differences);
                storedWidth = Transform.squares(storedWidth, indexing.bits());
                return indexing;
            }
        }
    }
}
