package io.eyegoogler.image.heif;

import static io.eyegoogler.image.heif.BoxReader.id;
import static io.eyegoogler.image.heif.BoxReader.unsignedByte;
import static io.eyegoogler.image.heif.BoxReader.unsignedInt;
import static io.eyegoogler.image.heif.BoxReader.unsignedShort;
import static io.eyegoogler.image.heif.BoxReader.version;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.heif.BoxReader.Box;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The tables in the meta box of a HEIF file: its items, what they consist of, and how they relate (ISO/IEC 14496-12,
 * 8.11, and ISO/IEC 23008-12, 9.3). Nothing is known of an item until it is asked for, so damage to items that a photo
 * doesn't need does no harm.
 */
final class ItemTables {

    private final BoxReader reader;
    private final ItemLocations locations;
    private final Map<Integer, String> types = new HashMap<>();
    private final List<Box> properties = new ArrayList<>();
    /** The properties of each item in order, as indexes from 1. */
    private final Map<Integer, List<Integer>> associations = new HashMap<>();

    private final List<Reference> references = new ArrayList<>();
    private int primary;

    /** A reference from one item to others. */
    private record Reference(String type, int from, List<Integer> to) {}

    private ItemTables(BoxReader reader, ByteBuffer file) {
        this.reader = reader;
        this.locations = new ItemLocations(reader, file);
    }

    /**
     * Reads the tables.
     *
     * @throws NoSuchElementException if {@code file} has no meta box
     * @throws PhotoRejectedException.Unsupported if it has none because it is an image sequence
     */
    static ItemTables read(ByteBuffer file, String format) {
        BoxReader reader = new BoxReader(format);
        ItemTables tables = new ItemTables(reader, file);
        List<Box> boxes = reader.boxes(file);
        Optional<Box> tablesBox =
                boxes.stream().filter(box -> box.type().equals("meta")).findFirst();
        if (tablesBox.isEmpty() && boxes.stream().anyMatch(box -> box.type().equals("moov"))) {
            throw new PhotoRejectedException.Unsupported(
                    format + " sequences without a still image are not supported; send one as JPEG or PNG.");
        }
        Box meta = tablesBox.orElseThrow();
        for (Box box : reader.boxes(meta.content().position(Integer.BYTES))) {
            tables.read(box);
        }
        return tables;
    }

    private void read(Box box) {
        ByteBuffer content = box.content();
        switch (box.type()) {
            case "pitm" -> primary = id(content, version(content) > 0);
            case "iinf" -> readItems(content);
            case "iloc" -> locations.readLocations(content);
            case "iprp" -> readProperties(content);
            case "iref" -> readReferences(content);
            case "idat" -> locations.readData(content);
            default -> {}
        }
    }

    private void readItems(ByteBuffer content) {
        int countBytes = version(content) == 0 ? Short.BYTES : Integer.BYTES;
        for (Box entry : reader.boxes(content.position(Integer.BYTES + countBytes))) {
            ByteBuffer item = entry.content();
            int version = version(item);
            if (entry.type().equals("infe") && version >= 2) {
                int id = id(item, version > 2);
                item.getShort();
                types.put(id, BoxReader.type(item));
            }
        }
    }

    private void readProperties(ByteBuffer content) {
        for (Box box : reader.boxes(content)) {
            if (box.type().equals("ipco")) {
                properties.addAll(reader.boxes(box.content()));
            } else if (box.type().equals("ipma")) {
                readAssociations(box.content());
            }
        }
    }

    private void readAssociations(ByteBuffer content) {
        int header = content.getInt();
        boolean wideIndexes = (header & 1) != 0;
        long count = unsignedInt(content);
        reader.count(count);
        for (long i = 0; i < count; i++) {
            List<Integer> indexes =
                    associations.computeIfAbsent(id(content, header >>> 24 > 0), id -> new ArrayList<>());
            int indexCount = unsignedByte(content);
            reader.count(indexCount);
            for (int j = 0; j < indexCount; j++) {
                // The highest bit says whether a reader must know the property.
                indexes.add(wideIndexes ? unsignedShort(content) & 0x7fff : unsignedByte(content) & 0x7f);
            }
        }
    }

    private void readReferences(ByteBuffer content) {
        boolean wide = version(content) > 0;
        for (Box box : reader.boxes(content)) {
            ByteBuffer ids = box.content();
            int from = id(ids, wide);
            int count = unsignedShort(ids);
            reader.count(count);
            List<Integer> to = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                to.add(id(ids, wide));
            }
            references.add(new Reference(box.type(), from, to));
        }
    }

    /** Returns the item that the file stands for. */
    int primary() {
        return primary;
    }

    /**
     * Returns the type of an item: {@code hvc1}, {@code grid} and so on.
     *
     * @throws NoSuchElementException if there is no such item
     */
    String type(int id) {
        return Objects.requireNonNullElseGet(types.get(id), () -> {
            throw new NoSuchElementException("No item " + id);
        });
    }

    /** Returns the properties of an item, in the order in which they apply. */
    List<Box> properties(int id) {
        return associations.getOrDefault(id, List.of()).stream()
                .filter(index -> index > 0)
                .map(index -> properties.get(index - 1))
                .toList();
    }

    /** Returns the items to which item {@code from} refers by references of that type. */
    List<Integer> referencesFrom(String type, int from) {
        return references.stream()
                .filter(reference ->
                        reference.from() == from && reference.type().equals(type))
                .flatMap(reference -> reference.to().stream())
                .toList();
    }

    /** Returns the items that refer to item {@code to} by references of that type. */
    List<Integer> referencesTo(String type, int to) {
        return references.stream()
                .filter(reference ->
                        reference.type().equals(type) && reference.to().contains(to))
                .map(Reference::from)
                .toList();
    }

    /**
     * Returns the parts of an item's data.
     *
     * @throws IndexOutOfBoundsException if they aren't in the file
     * @throws NoSuchElementException if the item has none, or is built from other items
     */
    List<ByteBuffer> data(int id) {
        return locations.data(id);
    }
}
