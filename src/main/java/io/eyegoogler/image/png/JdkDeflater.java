package io.eyegoogler.image.png;

import java.util.zip.Deflater;

/**
 * Compresses drawn strips by the JDK's zlib, which finds more matches than {@link MatchFinder} does, in many times its time.
 *
 * <p>Drawings in 8-bit colour, as nearly all are, are left to {@link MatchFinder} unless they are small: it is good enough for
 * them, and fast. Of small ones each match is a good part, and their time is short anyway.
 */
final class JdkDeflater {
    /** A small picture has no more, unfiltered. */
    private static final int SMALL_BYTES = 256 << 10;
    /** How hard zlib looks: enough to tell which filter is best. */
    static final int TO_COMPARE = Deflater.BEST_SPEED;
    /** As when nothing is said. */
    private static final int USUAL = 6;
    /** For pixels smaller than a byte: there are few bytes to look at, and each counts. */
    private static final int PACKED = Deflater.BEST_COMPRESSION;

    private JdkDeflater() {}

    static boolean pays(PixelRows rows) {
        PngHeader header = rows.header();
        // An animation has dozens of patches, nearly all of one colour: little to gain, in much time.
        if (rows instanceof PatchRows) {
            return false;
        }
        return switch (header.color()) {
            case RGB, RGB_ALPHA -> header.depth() != Byte.SIZE || header.rowBytes() * header.height() <= SMALL_BYTES;
            case GRAY, GRAY_ALPHA, PALETTE -> true;
        };
    }

    /** How hard zlib looks for a picture's matches. */
    static int level(PngHeader header) {
        return header.depth() < Byte.SIZE ? PACKED : USUAL;
    }

    /**
     * Appends {@code from[0, length)} as Deflate blocks, the last of which ends at a whole byte.
     *
     * @param sink  is aligned
     * @param level how hard zlib looks for matches
     * @param last  whether the stream ends here
     * @return whether there was room; if not, what is in the sink behind its place before is of no use
     */
    static boolean put(BitWriter sink, byte[] from, int length, int level, boolean last) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(from, 0, length);
            if (last) {
                deflater.finish();
            }
            int room = sink.bytes.length - sink.position;
            int bytes = deflater.deflate(sink.bytes, sink.position, room, Deflater.SYNC_FLUSH);
            sink.position += bytes;
            return bytes < room;
        } finally {
            deflater.end();
        }
    }
}
