package io.eyegoogler.image.heif;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds HEIF files of any structure, right or wrong, around images that another program has coded. */
public final class HeifFile {

    private final List<Item> items = new ArrayList<>();
    private final ByteArrayOutputStream references = new ByteArrayOutputStream();
    private int primary = 1;

    private record Item(int id, String type, byte[] data, List<byte[]> properties, boolean hidden) {
        Item asHidden() {
            return new Item(id, type, data, properties, true);
        }
    }

    /**
     * An image as its encoder has coded it.
     *
     * @param configuration the whole box
     */
    public record Coded(String type, int width, int height, byte[] configuration, byte[] data) {}

    /** Takes the first coded image out of a file. */
    public static Coded coded(byte[] file) {
        CodedImage image = HeifPhoto.of(ByteBuffer.wrap(file), "HEIC").tiles().get(0);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        image.data().forEach(part -> data.writeBytes(bytes(part)));
        return new Coded(
                image.type(),
                image.width(),
                image.height(),
                bytes(image.configuration().whole()),
                data.toByteArray());
    }

    private static byte[] bytes(ByteBuffer part) {
        byte[] bytes = new byte[part.limit()];
        part.get(0, bytes);
        return bytes;
    }

    public HeifFile image(int id, Coded image, byte[]... properties) {
        List<byte[]> all = new ArrayList<>(List.of(image.configuration(), ispe(image.width(), image.height())));
        all.addAll(Arrays.asList(properties));
        return item(id, image.type(), image.data(), all.toArray(byte[][]::new));
    }

    /** A property that is the same array for several items is stored once. */
    public HeifFile item(int id, String type, byte[] data, byte[]... properties) {
        items.add(new Item(id, type, data, List.of(properties), false));
        return this;
    }

    public HeifFile reference(String type, int from, int... to) {
        ByteBuffer ids =
                ByteBuffer.allocate(4 + 2 * to.length).putShort((short) from).putShort((short) to.length);
        for (int id : to) {
            ids.putShort((short) id);
        }
        references.writeBytes(box(type, ids.array()));
        return this;
    }

    public HeifFile primary(int id) {
        primary = id;
        return this;
    }

    /** As {@link #bytes}; all items but one are hidden, so that libheif's converter writes only that one. */
    public byte[] bytesShowing(int shown) {
        items.replaceAll(item -> item.id() == shown ? item : item.asHidden());
        return bytes();
    }

    public byte[] bytes() {
        byte[] type = box("ftyp", ascii("heic\0\0\0\0mif1heicmiaf"));
        int start = type.length + meta(0).length + 8;
        return joined(
                type,
                meta(start),
                box("mdat", joined(items.stream().map(Item::data).toArray(byte[][]::new))));
    }

    private byte[] meta(int dataStart) {
        List<byte[]> properties = new ArrayList<>();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        ByteArrayOutputStream locations = new ByteArrayOutputStream();
        ByteArrayOutputStream associations = new ByteArrayOutputStream();
        int at = dataStart;
        for (Item item : items) {
            entries.writeBytes(full("infe", 2, item.hidden() ? 1 : 0, shorts(item.id(), 0), ascii(item.type() + "\0")));
            locations.writeBytes(joined(shorts(item.id(), 0, 1), ints(at, item.data().length)));
            at += item.data().length;
            associations.writeBytes(shorts(item.id()));
            associations.write(item.properties().size());
            for (byte[] property : item.properties()) {
                int index = properties.indexOf(property);
                if (index < 0) {
                    index = properties.size();
                    properties.add(property);
                }
                associations.writeBytes(shorts(index + 1));
            }
        }
        return full(
                "meta",
                0,
                0,
                full("hdlr", 0, 0, ascii("\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0")),
                full("pitm", 0, 0, shorts(primary)),
                full("iinf", 0, 0, shorts(items.size()), entries.toByteArray()),
                full("iloc", 0, 0, shorts(0x4400, items.size()), locations.toByteArray()),
                box(
                        "iprp",
                        box("ipco", properties.toArray(byte[][]::new)),
                        full("ipma", 0, 1, ints(items.size()), associations.toByteArray())),
                full("iref", 0, 0, references.toByteArray()));
    }

    public static byte[] ispe(int width, int height) {
        return full("ispe", 0, 0, ints(width, height));
    }

    /** A rotation by that many quarters against the clock. */
    public static byte[] irot(int quarters) {
        return box("irot", new byte[] {(byte) quarters});
    }

    public static byte[] imir(int axis) {
        return box("imir", new byte[] {(byte) axis});
    }

    /** A crop to that size, whose center is so many halves of a pixel from that of the image. */
    public static byte[] clap(int width, int height, int halfPixelsRight, int halfPixelsDown) {
        return box("clap", ints(width, 1, height, 1, halfPixelsRight, 2, halfPixelsDown, 2));
    }

    public static byte[] nclx(int primaries, int transfer, int matrix) {
        return box("colr", ascii("nclx"), shorts(primaries, transfer, matrix), new byte[] {(byte) 0x80});
    }

    public static byte[] icc(byte[] profile) {
        return box("colr", ascii("prof"), profile);
    }

    public static byte[] auxiliary(String type) {
        return full("auxC", 0, 0, ascii(type + "\0"));
    }

    /** The data of a grid. */
    public static byte[] grid(int rows, int columns, int width, int height) {
        return joined(new byte[] {0, 0, (byte) (rows - 1), (byte) (columns - 1)}, shorts(width, height));
    }

    public static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(ints(8 + content.length), ascii(type), content);
    }

    private static byte[] full(String type, int version, int flags, byte[]... parts) {
        return box(type, ints(version << 24 | flags), joined(parts));
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
