package io.eyegoogler.image.png;

import java.util.zip.Deflater;

/**
 * Compresses drawn strips by the JDK's zlib, which finds more matches than {@link Matcher} does, in many times its time.
 *
 * <p>It pays for small drawings, of which each match is a good part, and for samples that have not eight bits.
 */
final class Zlib {
    /** Larger drawings of eight-bit samples are left to {@link Matcher}: for them it is good enough, and fast. */
    private static final int SMALL_BYTES = 2 << 20;
    /** How hard zlib looks: enough to tell which filter is best. */
    static final int TO_COMPARE = Deflater.BEST_SPEED;
    /** As when nothing is said. */
    private static final int USUAL = 6;
    /** For pixels smaller than a byte: there are few bytes to look at, and each counts. */
    private static final int PACKED = Deflater.BEST_COMPRESSION;

    private Zlib() {
    }

    static boolean pays(PixelRows rows) {
        PngHeader header = rows.header();
        // An animation has dozens of patches, nearly all of one colour: little to gain, in much time.
        return !(rows instanceof PatchRows)
                && (header.depth() != Byte.SIZE || header.rowBytes() * header.height() <= SMALL_BYTES);
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
    static boolean put(BitSink sink, byte[] from, int length, int level, boolean last) {
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
