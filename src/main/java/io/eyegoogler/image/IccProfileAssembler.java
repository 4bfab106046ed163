package io.eyegoogler.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A JPEG's color profile, whose parts bear numbers and may stand in any order (ICC.1:2022, B.4). */
final class IccProfileAssembler {

    private final Map<Integer, ByteBuffer> parts = new TreeMap<>();
    private int count;

    /** Takes a part: its number, how many there are, and its bytes; of two with the same number the first. */
    void add(ByteBuffer part) {
        int number = Byte.toUnsignedInt(part.get(0));
        count = Byte.toUnsignedInt(part.get(1));
        parts.putIfAbsent(number, part.slice(2, part.limit() - 2));
    }

    /** All parts, or empty if one is missing; a single one is taken whatever its numbers. */
    Optional<byte[]> joined() {
        if (parts.isEmpty() || parts.size() > 1 && parts.size() != count) {
            return Optional.empty();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.values().forEach(part -> joined.write(part.array(), part.arrayOffset(), part.limit()));
        return Optional.of(joined.toByteArray());
    }
}
