package io.eyegoogler.image;

import io.eyegoogler.PhotoRejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The directories of a TIFF or BigTIFF (TIFF 6.0, sections 2 to 4 and 15). The reader reads all of them with their
 * values, whichever picture is wanted; the picture's strips or tiles it decodes one by one.
 */
final class TiffDirectoryWalker {

    /** Pages and their subdirectories; scanned books have some hundreds. */
    static final int MAX_DIRECTORIES = 2_000;
    /** Of all directories; each is an object or two. A page has some 20. */
    static final int MAX_ENTRIES = 60_000;
    /**
     * Beside one a row, a picture may have a strip or tile for so many pixels: 32 × 32. Each costs some 20 µs; writers
     * make strips of a row or of 8 kB, and tiles of 64² to 512².
     */
    static final int PIXELS_PER_PART = 1_024;
    /** So many strips and tiles may even a small picture have. */
    static final int SMALL_PARTS = 10_000;
    /** So many a long and thin one. */
    static final int MAX_PARTS = 200_000;
    /** How much wider or higher than the picture a tile may be, px; tiles have up to 4,096. */
    static final int MAX_TILE_EXCESS = 8_192;
    /** Of a strip or tile in JPEG: writers make one, or one for each component; decoding isn't stopped between them. */
    static final int MAX_JPEG_SCANS = 4;

    private static final int BIG_TIFF = 43;
    private static final int SUB_DIRECTORIES = 330;
    private static final Set<Integer> POINTERS = Set.of(SUB_DIRECTORIES, 34_665, 34_853, 40_965);
    /** Bytes of a value of each type, 0 for what is none. */
    private static final int[] TYPE_LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final ByteBuffer file;
    private final boolean big;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> open = new ArrayDeque<>();
    private final TiffImage picture;
    private int entries;
    private long valueBytes;

    private TiffDirectoryWalker(ByteBuffer file) {
        this.file = file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        this.big = file.getShort(2) == BIG_TIFF;
        this.picture = new TiffImage(file);
    }

    static DecodingCost cost(ByteBuffer file) {
        TiffDirectoryWalker directories = new TiffDirectoryWalker(file);
        try {
            directories.walk();
        } catch (IndexOutOfBoundsException end) {
            // Of which the reader will tell.
        }
        return directories.picture.cost();
    }

    private void walk() {
        long next = big ? file.getLong(8) : Integer.toUnsignedLong(file.getInt(4));
        boolean first = true;
        while (next != 0 && seen.add(next)) {
            next = directory(next, first);
            first = false;
            while (!open.isEmpty()) {
                subdirectory(open.removeLast());
            }
        }
    }

    private void subdirectory(long offset) {
        try {
            directory(offset, false);
        } catch (IndexOutOfBoundsException broken) {
            // The reader goes on with the next one.
        }
    }

    /** Returns where the next directory is. */
    private long directory(long offset, boolean first) {
        checkDirectories();
        int at = index(offset);
        long count = big ? file.getLong(at) : Short.toUnsignedInt(file.getShort(at));
        at += big ? Long.BYTES : Short.BYTES;
        for (long i = 0; i < count; i++) {
            entry(at, first);
            at += big ? 20 : 12;
        }
        return big ? file.getLong(at) : Integer.toUnsignedLong(file.getInt(at));
    }

    private void entry(int at, boolean first) {
        if (++entries > MAX_ENTRIES) {
            throw tooCostly("more than " + MAX_ENTRIES + " entries in its directories");
        }
        int tag = Short.toUnsignedInt(file.getShort(at));
        int type = Short.toUnsignedInt(file.getShort(at + 2));
        long count = big ? file.getLong(at + 4) : Integer.toUnsignedLong(file.getInt(at + 4));
        int width = type < TYPE_LENGTHS.length ? TYPE_LENGTHS[type] : 0;
        if (width == 0 || count < 0 || count > file.limit()) {
            return;
        }
        int valueAt = at + (big ? 12 : 8);
        long length = count * width;
        boolean here = length <= (big ? Long.BYTES : Integer.BYTES);
        long start = here ? valueAt : big ? file.getLong(valueAt) : Integer.toUnsignedLong(file.getInt(valueAt));
        if (start < 0 || start > file.limit() - length) {
            return;
        }
        valueBytes += here ? 0 : length;
        if (valueBytes > file.limit()) {
            throw tooCostly("directories whose values overlap");
        }
        TiffValues values = new TiffValues(file, (int) start, width, (int) count);
        if (POINTERS.contains(tag)) {
            subdirectories(values);
        } else if (first) {
            picture.put(tag, values);
        }
    }

    /** As the reader follows them: up to the first that it knows already. */
    private void subdirectories(TiffValues offsets) {
        for (int i = 0; i < offsets.count() && seen.add(offsets.get(i)); i++) {
            open.addLast(offsets.get(i));
            checkDirectories();
        }
    }

    private void checkDirectories() {
        if (seen.size() > MAX_DIRECTORIES) {
            throw tooCostly("more than " + MAX_DIRECTORIES + " directories");
        }
    }

    private static int index(long offset) {
        if (offset < 0 || offset > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException();
        }
        return (int) offset;
    }

    private static PhotoRejectedException tooCostly(String parts) {
        return new PhotoRejectedException.TooCostly(ReadableFormat.TIFF, parts);
    }
}
