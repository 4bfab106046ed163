package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.IIOException;

/** Decodes a VP8L bitstream (RFC 9649, 3). */
final class LosslessDecoder {

    private static final int PREDICTOR = 0;
    private static final int COLOR = 1;
    private static final int SUBTRACT_GREEN = 2;

    private final BitReader bits;
    private final int width;
    private final int height;
    private final Cancellation cancellation;
    /** In the order in which they are inverted: the last one that was read first. */
    private final Deque<Transform> transforms = new ArrayDeque<>();
    /** Pixels per row of the stored image, in which color indexing may pack several pixels into one. */
    private int storedWidth;

    /** @param bitstream the payload of a VP8L chunk */
    LosslessDecoder(byte[] bitstream, Cancellation cancellation) throws IIOException {
        this(bitstream, LosslessHeader.LENGTH, LosslessHeader.of(bitstream), cancellation);
    }

    /** Creates a decoder of a bitstream from {@code start} on, which lacks the header, as in an alpha chunk. */
    LosslessDecoder(byte[] bitstream, int start, LosslessHeader header, Cancellation cancellation) {
        this.bits = new BitReader(bitstream, start);
        this.width = header.width();
        this.height = header.height();
        this.cancellation = cancellation;
    }

    /** Returns the ARGB pixels, row by row. */
    int[] decode() throws IIOException {
        storedWidth = width;
        Set<Integer> seen = new HashSet<>();
        while (bits.readFlag()) {
            int type = bits.readBits(2);
            if (!seen.add(type)) {
                throw new IIOException("A transform occurs twice");
            }
            transforms.push(readTransform(type));
        }
        int[] pixels = EntropyCodedImage.readMain(bits, storedWidth, height, cancellation);
        for (Transform transform : transforms) {
            cancellation.check();
            pixels = transform.invert(pixels, cancellation);
        }
        return pixels;
    }

    private Transform readTransform(int type) throws IIOException {
        switch (type) {
            case PREDICTOR, COLOR -> {
                int blockBits = bits.readBits(3) + 2;
                int[] blocks = EntropyCodedImage.readAuxiliary(
                        bits,
                        Transform.blocks(storedWidth, blockBits),
                        Transform.blocks(height, blockBits),
                        cancellation);
                return type == COLOR
                        ? new ColorTransform(storedWidth, blockBits, blocks)
                        : new PredictorTransform(storedWidth, blockBits, blocks);
            }
            case SUBTRACT_GREEN -> {
                return new SubtractGreenTransform();
            }
            default -> {
                int colors = bits.readBits(8) + 1;
                int[] differences = EntropyCodedImage.readAuxiliary(bits, colors, 1, cancellation);
                ColorIndexingTransform indexing = ColorIndexingTransform.of(storedWidth, differences);
                storedWidth = Transform.blocks(storedWidth, indexing.bits());
                return indexing;
            }
        }
    }
}
