package io.eyegoogler.image.heif;

import static io.eyegoogler.image.heif.BoxReader.unsignedInt;
import static io.eyegoogler.image.heif.BoxReader.unsignedShort;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/** Where the data of items are: the iloc and idat boxes of a HEIF file (ISO/IEC 14496-12, 8.11.3 and 8.11.11). */
final class ItemLocations {

    /** In the file itself, by its offset. */
    private static final int IN_FILE = 0;
    /** In the idat box. */
    private static final int IN_ITEM_DATA = 1;

    private final BoxReader reader;
    private final ByteBuffer file;
    private final Map<Integer, Location> locations = new HashMap<>();
    private ByteBuffer itemData = ByteBuffer.allocate(0);

    private record Location(int method, List<Extent> extents) {}

    private record Extent(long offset, long length) {}

    ItemLocations(BoxReader reader, ByteBuffer file) {
        this.reader = reader;
        this.file = file;
    }

    /** Takes the content of the idat box. */
    void readData(ByteBuffer content) {
        itemData = content;
    }

    /** Reads the content of the iloc box. */
    void readLocations(ByteBuffer content) {
        int version = BoxReader.version(content);
        int sizes = unsignedShort(content);
        long count = version < 2 ? unsignedShort(content) : unsignedInt(content);
        reader.count(count);
        for (long i = 0; i < count; i++) {
            int id = BoxReader.id(content, version > 1);
            int method = version > 0 ? unsignedShort(content) & 0xf : IN_FILE;
            int otherFile = unsignedShort(content);
            long base = number(content, sizes >> 4 & 0xf);
            int extentCount = unsignedShort(content);
            reader.count(extentCount);
            List<Extent> extents = new ArrayList<>();
            for (int extent = 0; extent < extentCount; extent++) {
                number(content, version > 0 ? sizes & 0xf : 0);
                long offset = Math.addExact(base, number(content, sizes >> 12));
                extents.add(new Extent(offset, number(content, sizes >> 8 & 0xf)));
            }
            if (otherFile == 0) {
                locations.put(id, new Location(method, extents));
            }
        }
    }

    private static long number(ByteBuffer content, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case Integer.BYTES -> unsignedInt(content);
            case Long.BYTES -> content.getLong();
            default -> throw new IllegalArgumentException("A number of " + bytes + " bytes");
        };
    }

    /**
     * Returns the parts of an item's data.
     *
     * @throws IndexOutOfBoundsException if they aren't in the file
     * @throws NoSuchElementException if the item has none, or is built from other items
     */
    List<ByteBuffer> data(int id) {
        Location location = locations.get(id);
        if (location == null || location.method() > IN_ITEM_DATA) {
            throw new NoSuchElementException("No data of item " + id);
        }
        ByteBuffer source = location.method() == IN_FILE ? file : itemData;
        return location.extents().stream().map(extent -> part(source, extent)).toList();
    }

    /** Returns an extent, of which a length of 0 means all the rest. */
    private static ByteBuffer part(ByteBuffer source, Extent extent) {
        Objects.checkIndex(extent.offset(), source.limit());
        long rest = source.limit() - extent.offset();
        long length = extent.length() == 0 ? rest : extent.length();
        if (length < 0 || length > rest) {
            throw new IndexOutOfBoundsException();
        }
        return source.slice((int) extent.offset(), (int) length);
    }
}
