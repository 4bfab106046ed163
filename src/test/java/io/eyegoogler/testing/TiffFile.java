package io.eyegoogler.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds a little-endian TIFF of one directory, whose fields have one or more LONGs. */
public final class TiffFile {

    /** The offset of the data in the file. */
    public static final int DATA = 8;

    private static final int LONG = 4;

    private final SortedMap<Integer, int[]> fields = new TreeMap<>();

    public TiffFile with(int tag, int... values) {
        fields.put(tag, values);
        return this;
    }

    public TiffFile with(TiffFile others) {
        fields.putAll(others.fields);
        return this;
    }

    /** Returns a file of the header, {@code data}, the values that aren't stored inline, and the directory. */
    public byte[] bytes(byte[] data) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer directory = littleEndian(2 + 12 * fields.size() + 4).putShort((short) fields.size());
        file.writeBytes(data);
        fields.forEach((tag, values) -> {
            directory.putShort(tag.shortValue()).putShort((short) LONG).putInt(values.length);
            directory.putInt(values.length == 1 ? values[0] : DATA + file.size());
            if (values.length > 1) {
                ByteBuffer array = littleEndian(4 * values.length);
                array.asIntBuffer().put(values);
                file.writeBytes(array.array());
            }
        });
        ByteBuffer header = littleEndian(DATA).put(FileParts.ascii("II*\0")).putInt(DATA + file.size());
        file.writeBytes(directory.array());
        return FileParts.inserted(file.toByteArray(), 0, header.array());
    }

    public static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
