package io.eyegoogler.image.inspect;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the directories (IFDs) of a TIFF or BigTIFF (TIFF 6.0, section 2). The reader reads all of them with their
 * values, whichever image it decodes.
 */
final class TiffDirectoryWalker {

    /** Pages and their subdirectories; scanned books have some hundreds. */
    static final int MAX_DIRECTORIES = 2_000;
    /** Fields of all directories; each is an object or two. A page has some 20. */
    static final int MAX_FIELDS = 60_000;

    private static final int BIG_TIFF = 43;
    /** Tags of fields that hold offsets of directories: SubIFDs, EXIF, GPS and interoperability. */
    private static final Set<Integer> DIRECTORY_TAGS = Set.of(330, 34_665, 34_853, 40_965);
    /** Bytes per value by field type; 0 for numbers that are no type. */
    private static final int[] TYPE_WIDTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final ByteBuffer file;
    private final Cancellation cancellation;
    private final boolean big;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> pending = new ArrayDeque<>();
    private final TiffImage image;
    private int fields;
    private long valueBytes;

    private TiffDirectoryWalker(ByteBuffer file, Cancellation cancellation) {
        this.file = file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        this.cancellation = cancellation;
        this.big = file.getShort(2) == BIG_TIFF;
        this.image = new TiffImage(file, cancellation);
    }

    static DecodingCost cost(ByteBuffer file, Cancellation cancellation) {
        TiffDirectoryWalker walker = new TiffDirectoryWalker(file, cancellation);
        try {
            walker.walk();
        } catch (IndexOutOfBoundsException truncated) {
            // The reader will report it.
        }
        return walker.image.cost();
    }

    private void walk() {
        long next = offset(big ? 8 : 4);
        boolean first = true;
        while (next != 0 && seen.add(next)) {
            next = readDirectory(next, first);
            first = false;
            while (!pending.isEmpty()) {
                readSubdirectory(pending.removeLast());
            }
        }
    }

    private void readSubdirectory(long offset) {
        try {
            readDirectory(offset, false);
        } catch (IndexOutOfBoundsException damaged) {
            // The reader continues with the next one.
        }
    }

    /** Returns the offset of the next directory. */
    private long readDirectory(long offset, boolean first) {
        cancellation.check();
        checkDirectories();
        int at = index(offset);
        long count = big ? file.getLong(at) : Short.toUnsignedInt(file.getShort(at));
        at += big ? Long.BYTES : Short.BYTES;
        for (long i = 0; i < count; i++) {
            readField(at, first);
            at += big ? 20 : 12;
        }
        return offset(at);
    }

    private void readField(int at, boolean first) {
        if (++fields > MAX_FIELDS) {
            throw tooCostly("more than " + MAX_FIELDS + " fields");
        }
        int tag = Short.toUnsignedInt(file.getShort(at));
        int type = Short.toUnsignedInt(file.getShort(at + 2));
        long count = offset(at + 4);
        int width = type < TYPE_WIDTHS.length ? TYPE_WIDTHS[type] : 0;
        if (width == 0 || count < 0 || count > file.limit()) {
            return;
        }
        int valueAt = at + (big ? 12 : 8);
        long length = count * width;
        boolean inline = length <= (big ? Long.BYTES : Integer.BYTES);
        long start = inline ? valueAt : offset(valueAt);
        if (start < 0 || start > file.limit() - length) {
            return;
        }
        valueBytes += inline ? 0 : length;
        if (valueBytes > file.limit()) {
            throw tooCostly("directories whose values overlap");
        }
        TiffField field = new TiffField(file, (int) start, width, (int) count);
        if (DIRECTORY_TAGS.contains(tag)) {
            addSubdirectories(field);
        } else if (first) {
            image.put(tag, field);
        }
    }

    /** Follows the offsets as the reader does: up to the first that was seen before. */
    private void addSubdirectories(TiffField offsets) {
        for (int i = 0; i < offsets.count() && seen.add(offsets.get(i)); i++) {
            pending.addLast(offsets.get(i));
            checkDirectories();
        }
    }

    private void checkDirectories() {
        if (seen.size() > MAX_DIRECTORIES) {
            throw tooCostly("more than " + MAX_DIRECTORIES + " directories");
        }
    }

    /** Returns an offset or a count: 64 bits in a BigTIFF, else 32. */
    private long offset(int at) {
        return big ? file.getLong(at) : Integer.toUnsignedLong(file.getInt(at));
    }

    private static int index(long offset) {
        if (offset < 0 || offset > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException();
        }
        return (int) offset;
    }

    static PhotoRejectedException tooCostly(String parts) {
        return new PhotoRejectedException.TooCostly("TIFF", parts);
    }
}
