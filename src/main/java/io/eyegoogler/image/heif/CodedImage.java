package io.eyegoogler.image.heif;

import io.eyegoogler.image.heif.BoxReader.Box;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * An image that is coded as a whole.
 *
 * @param type the item's type, which says how it is coded: {@link #HEVC} or {@link #AV1}
 * @param width px, as the file declares
 * @param height px, as the file declares
 * @param configuration the box that sets up the decoder: hvcC or av1C
 * @param codePoints a colr box with code points; of these, the converter uses those of the conversion to RGB
 * @param data the parts of the coded data
 */
record CodedImage(
        String type, int width, int height, Box configuration, Optional<Box> codePoints, List<ByteBuffer> data) {

    static final String HEVC = "hvc1";
    static final String AV1 = "av01";

    /** The offset of bits per sample of luma and chroma in an hvcC box, less 8 (ISO/IEC 14496-15, 8.3.3.1.2). */
    private static final int HEVC_DEPTHS = 17;
    /** The offset of flags in an av1C box (AV1 in ISOBMFF, 2.3.3). */
    private static final int AV1_FLAGS = 2;

    private static final int AV1_HIGH_DEPTH = 0x40;
    private static final int AV1_TWELVE_BITS = 0x20;

    long pixels() {
        return (long) width * height;
    }

    long bytes() {
        return data.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** Returns whether samples have more than 8 bits. */
    boolean isDeep() {
        ByteBuffer box = configuration.content();
        return type.equals(HEVC)
                ? (box.get(HEVC_DEPTHS) & 7) != 0 || (box.get(HEVC_DEPTHS + 1) & 7) != 0
                : (box.get(AV1_FLAGS) & AV1_HIGH_DEPTH) != 0;
    }

    /**
     * Returns a copy of the configuration box that declares 8 bits per sample. The decoder goes by the coded data; the
     * converter goes by this box, and writes a file of 8 bits instead of 16, in a third of the time.
     */
    ByteBuffer shallowConfiguration() {
        ByteBuffer whole = configuration.whole();
        ByteBuffer copy = ByteBuffer.allocate(whole.remaining()).put(0, whole, 0, whole.remaining());
        int content = whole.remaining() - configuration.content().limit();
        if (type.equals(HEVC)) {
            clear(copy, content + HEVC_DEPTHS, 7);
            clear(copy, content + HEVC_DEPTHS + 1, 7);
        } else {
            clear(copy, content + AV1_FLAGS, AV1_HIGH_DEPTH | AV1_TWELVE_BITS);
        }
        return copy;
    }

    private static void clear(ByteBuffer bytes, int at, int bits) {
        bytes.put(at, (byte) (bytes.get(at) & ~bits));
    }
}
