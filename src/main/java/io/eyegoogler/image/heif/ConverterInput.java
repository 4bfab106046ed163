package io.eyegoogler.image.heif;

import io.eyegoogler.image.heif.BoxReader.Box;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file that the converter gets: each tile as an image of its own, with its alpha, and nothing else of the photo's
 * file.
 *
 * <p>So the converter decodes what has been checked, and no other images; it needs memory for a single tile; and it
 * never sees metadata or boxes that this package doesn't know.
 */
final class ConverterInput {

    private static final byte[] FILE_TYPE = ascii("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
    private static final byte[] HANDLER = ascii("\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0");
    private static final byte[] AUXILIARY_TYPE = ascii("\0\0\0\0urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0");

    private final HeifPhoto photo;
    /** The tiles, whose ids begin with 1, followed by their alpha. */
    private final List<CodedImage> images;
    /** The properties of all items, and their indexes from 1. */
    private final Map<ByteBuffer, Integer> properties = new LinkedHashMap<>();

    ConverterInput(HeifPhoto photo) {
        this.photo = photo;
        this.images = new ArrayList<>(photo.tiles());
        images.addAll(photo.alphaTiles());
    }

    void write(OutputStream target) throws IOException {
        byte[] associations = associations();
        int metaBytes = meta(associations, 0).length;
        target.write(FILE_TYPE);
        target.write(meta(associations, FILE_TYPE.length + metaBytes + 2 * Integer.BYTES));
        long data = images.stream().mapToLong(CodedImage::bytes).sum();
        target.write(new Bytes()
                .number(Math.toIntExact(2 * Integer.BYTES + data), 4)
                .text("mdat")
                .toArray());
        WritableByteChannel channel = Channels.newChannel(target);
        for (CodedImage image : images) {
            for (ByteBuffer part : image.data()) {
                channel.write(part.duplicate());
            }
        }
    }

    private byte[] meta(byte[] associations, int dataStart) {
        return new Bytes()
                .number(0, 4)
                .box("hdlr", HANDLER)
                .box("pitm", new Bytes().number(0, 4).number(1, 2).toArray())
                .box("iinf", items())
                .box("iloc", locations(dataStart))
                .box(
                        "iprp",
                        new Bytes()
                                .box("ipco", allProperties())
                                .box("ipma", associations)
                                .toArray())
                .box("iref", references())
                .asBox("meta");
    }

    private byte[] items() {
        Bytes items = new Bytes().number(0, 4).number(images.size(), 2);
        for (int i = 0; i < images.size(); i++) {
            items.box(
                    "infe",
                    new Bytes()
                            .number(0x02_000000, 4)
                            .number(i + 1, 2)
                            .number(0, 2)
                            .text(images.get(i).type() + "\0")
                            .toArray());
        }
        return items.toArray();
    }

    /** Offsets and lengths have 4 bytes each; there is one extent for each image. */
    private byte[] locations(int dataStart) {
        Bytes locations = new Bytes().number(0, 4).number(0x4400, 2).number(images.size(), 2);
        long at = dataStart;
        for (int i = 0; i < images.size(); i++) {
            long length = images.get(i).bytes();
            locations
                    .number(i + 1, 2)
                    .number(0, 2)
                    .number(1, 2)
                    .number((int) at, 4)
                    .number((int) length, 4);
            at += length;
        }
        return locations.toArray();
    }

    private byte[] allProperties() {
        Bytes all = new Bytes();
        properties.keySet().forEach(property -> all.add(property.array()));
        return all.toArray();
    }

    /** Collects the properties, and associates them with the images by indexes of 16 bits. */
    private byte[] associations() {
        Bytes associations = new Bytes().number(1, 4).number(images.size(), 4);
        for (int i = 0; i < images.size(); i++) {
            CodedImage image = images.get(i);
            boolean alpha = i >= photo.tiles().size();
            List<ByteBuffer> own = new ArrayList<>();
            own.add(image.shallowConfiguration());
            own.add(box(
                    "ispe",
                    new Bytes()
                            .number(0, 4)
                            .number(image.width(), 4)
                            .number(image.height(), 4)
                            .toArray()));
            if (alpha) {
                own.add(box("auxC", AUXILIARY_TYPE));
            } else {
                image.codePoints().map(Box::content).ifPresent(colors -> own.add(box("colr", copy(colors))));
            }
            associations.number(i + 1, 2).number(own.size(), 1);
            own.forEach(property -> associations.number(
                    0x8000 | properties.computeIfAbsent(property, any -> properties.size() + 1), 2));
        }
        return associations.toArray();
    }

    /** Says which alpha belongs to which tile. */
    private byte[] references() {
        Bytes references = new Bytes().number(0, 4);
        int tiles = photo.tiles().size();
        for (int i = tiles; i < images.size(); i++) {
            references.box(
                    "auxl",
                    new Bytes()
                            .number(i + 1, 2)
                            .number(1, 2)
                            .number(i + 1 - tiles, 2)
                            .toArray());
        }
        return references.toArray();
    }

    private static ByteBuffer box(String type, byte[] content) {
        return ByteBuffer.wrap(new Bytes().add(content).asBox(type));
    }

    private static byte[] copy(ByteBuffer content) {
        byte[] copy = new byte[content.limit()];
        content.get(0, copy);
        return copy;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes that grow, big-endian. */
    private static final class Bytes {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes number(int value, int length) {
            for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
                bytes.write(value >>> shift);
            }
            return this;
        }

        Bytes text(String text) {
            return add(ascii(text));
        }

        Bytes add(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        Bytes box(String type, byte[] content) {
            return number(2 * Integer.BYTES + content.length, 4).text(type).add(content);
        }

        byte[] asBox(String type) {
            return new Bytes().box(type, toArray()).toArray();
        }

        byte[] toArray() {
            return bytes.toByteArray();
        }
    }
}
