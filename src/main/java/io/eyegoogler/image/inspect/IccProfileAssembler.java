package io.eyegoogler.image.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Assembles a JPEG's color profile from numbered parts, which may come in any order (ICC.1:2022, B.4). */
final class IccProfileAssembler {

    private final Map<Integer, ByteBuffer> parts = new TreeMap<>();
    private int count;

    /**
     * Adds a part: its number, the count of parts, and its bytes. Of two parts with the same number, the first counts.
     */
    void add(ByteBuffer part) {
        int number = Byte.toUnsignedInt(part.get(0));
        count = Byte.toUnsignedInt(part.get(1));
        parts.putIfAbsent(number, part.slice(2, part.limit() - 2));
    }

    /** Returns the profile, or empty if a part is missing. A single part is a profile, whatever its numbers. */
    Optional<byte[]> profile() {
        if (parts.isEmpty() || parts.size() > 1 && parts.size() != count) {
            return Optional.empty();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.values().forEach(part -> joined.write(part.array(), part.arrayOffset(), part.limit()));
        return Optional.of(joined.toByteArray());
    }
}
