package io.eyegoogler.image.heif;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the boxes of an ISO base media file (ISO/IEC 14496-12, 4.2), up to a limit that no photo reaches. */
final class BoxReader {

    /**
     * Boxes and entries of tables. A grid of 400 tiles with alpha, a gain map and properties of each tile has some
     * 6,000.
     */
    static final int MAX_PARTS = 20_000;

    private final String format;
    private int parts;

    /**
     * A box.
     *
     * @param content what follows its header
     * @param whole header and content
     */
    record Box(String type, ByteBuffer content, ByteBuffer whole) {}

    /** Creates a reader of a file whose format has that name. */
    BoxReader(String format) {
        this.format = format;
    }

    /**
     * Returns the boxes from the position of {@code parent} to its limit. The last one is cut off where the file is.
     *
     * @throws IllegalArgumentException if a box is shorter than its header
     * @throws PhotoRejectedException.TooCostly if the file has too many parts
     */
    List<Box> boxes(ByteBuffer parent) {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer rest = parent.slice();
        while (rest.remaining() >= 2 * Integer.BYTES) {
            count(1);
            int start = rest.position();
            long size = unsignedInt(rest);
            String type = type(rest);
            size = size == 1 ? rest.getLong() : size == 0 ? rest.limit() - start : size;
            int header = rest.position() - start;
            if (size < header) {
                throw new IllegalArgumentException("A box of " + size + " bytes");
            }
            int length = (int) Math.min(size, rest.limit() - start);
            boxes.add(new Box(type, rest.slice(start + header, length - header), rest.slice(start, length)));
            rest.position(start + length);
        }
        return boxes;
    }

    /** Counts parts of the file that are going to be read. */
    void count(long more) {
        if (more > MAX_PARTS - parts) {
            throw new PhotoRejectedException.TooCostly(format, "more than " + MAX_PARTS + " boxes and entries");
        }
        parts += (int) more;
    }

    static long unsignedInt(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }

    static int unsignedShort(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }

    static int unsignedByte(ByteBuffer bytes) {
        return Byte.toUnsignedInt(bytes.get());
    }

    /** Skips a full box's flags, and returns its version. */
    static int version(ByteBuffer content) {
        return content.getInt() >>> 24;
    }

    /** Reads the id of an item: its bits, whatever its sign. */
    static int id(ByteBuffer content, boolean wide) {
        return wide ? content.getInt() : unsignedShort(content);
    }

    /** Reads a code of four characters. */
    static String type(ByteBuffer bytes) {
        byte[] code = new byte[4];
        bytes.get(code);
        return new String(code, StandardCharsets.ISO_8859_1);
    }
}
