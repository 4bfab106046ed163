package io.eyegoogler.bench.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Damages files, each time in another way; the same seed and number bring the same bytes again. */
final class Mutator {

    /** Changes to a file, one upon the other. */
    private static final int MAX_CHANGES = 4;
    /** Half of all changes are made in so many bytes at the begin, where headers are. */
    private static final int HEADER = 256;

    private static final int MAX_BITS = 8;
    private static final int MAX_REPEATS = 64;
    private static final int[] EDGES = {0, 1, -1, 2, 0x7f, 0x80, 0xfe, 0xff, 0x100};
    /** Shifts that make edges of 16 and 32 bits of those of eight. */
    private static final int[] SHIFTS = {0, 8, 16, 24};

    private final List<SourceFile> files;
    private final List<String> formats;
    private final long seed;

    Mutator(List<SourceFile> files, long seed) {
        this.files = List.copyOf(files);
        this.formats =
                files.stream().map(SourceFile::format).distinct().sorted().toList();
        this.seed = seed;
    }

    /**
     * A damaged file.
     *
     * @param origin how it was made
     */
    record Mutation(byte[] bytes, String origin) {}

    /** The mutation of that number. Every format comes as often as any other. */
    Mutation mutation(long number) {
        SplittableRandom chance = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
        List<SourceFile> kin = kin(formats.get(chance.nextInt(formats.size())));
        SourceFile file = kin.get(chance.nextInt(kin.size()));
        byte[] bytes = file.bytes();
        int changes = 1 + chance.nextInt(MAX_CHANGES);
        for (int i = 0; i < changes; i++) {
            byte[] other = kin.get(chance.nextInt(kin.size())).bytes();
            bytes = bytes.length == 0 ? bytes : changed(bytes, other, chance);
        }
        if (chance.nextBoolean()) {
            bytes = PngChecksums.mended(bytes);
        }
        return new Mutation(bytes, "seed " + seed + ", number " + number + ", of " + file.name());
    }

    private List<SourceFile> kin(String format) {
        return files.stream().filter(file -> file.format().equals(format)).collect(Collectors.toList());
    }

    private static byte[] changed(byte[] file, byte[] other, SplittableRandom chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> withBitsFlipped(file, chance);
            case 1, 2 -> withNumber(file, 1, chance);
            case 3 -> withNumber(file, Short.BYTES, chance);
            case 4 -> withNumber(file, Integer.BYTES, chance);
            case 5 -> withBlocksSwapped(file, chance);
            case 6 -> withBlockRepeated(file, chance);
            default -> chance.nextBoolean() ? spliced(file, other, chance) : cut(file, chance);
        };
    }

    private static int place(byte[] file, SplittableRandom chance) {
        return chance.nextInt(chance.nextBoolean() ? Math.min(HEADER, file.length) : file.length);
    }

    private static byte[] withBitsFlipped(byte[] file, SplittableRandom chance) {
        byte[] copy = file.clone();
        for (int i = chance.nextInt(MAX_BITS); i >= 0; i--) {
            copy[place(copy, chance)] ^= (byte) (1 << chance.nextInt(Byte.SIZE));
        }
        return copy;
    }

    /** With a number of so many bytes that decoders may not expect, in either order of bytes. */
    private static byte[] withNumber(byte[] file, int bytes, SplittableRandom chance) {
        int value = chance.nextInt(4) == 0
                ? file.length + chance.nextInt(5) - 2
                : EDGES[chance.nextInt(EDGES.length)] << SHIFTS[chance.nextInt(bytes)];
        ByteOrder order = chance.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(order).putInt(value);
        int from = order == ByteOrder.BIG_ENDIAN ? Integer.BYTES - bytes : 0;
        int at = place(file, chance);
        byte[] copy = file.clone();
        System.arraycopy(number.array(), from, copy, at, Math.min(bytes, copy.length - at));
        return copy;
    }

    private static byte[] withBlocksSwapped(byte[] file, SplittableRandom chance) {
        int one = place(file, chance);
        int other = place(file, chance);
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        int room = Math.min(second - first, file.length - second);
        int length = room == 0 ? 0 : 1 + chance.nextInt(room);
        byte[] copy = file.clone();
        System.arraycopy(file, second, copy, first, length);
        System.arraycopy(file, first, copy, second, length);
        return copy;
    }

    private static byte[] withBlockRepeated(byte[] file, SplittableRandom chance) {
        int from = place(file, chance);
        int length = 1 + chance.nextInt(Math.min(HEADER, file.length - from));
        int more = chance.nextBoolean() ? 1 : 1 + chance.nextInt(MAX_REPEATS);
        ByteBuffer all = ByteBuffer.allocate(file.length + more * length);
        all.put(file, 0, from + length);
        for (int i = 0; i < more; i++) {
            all.put(file, from, length);
        }
        return all.put(file, from + length, file.length - from - length).array();
    }

    /** The begin of one file and the end of another. */
    private static byte[] spliced(byte[] file, byte[] other, SplittableRandom chance) {
        int end = place(file, chance);
        int from = other.length == 0 ? 0 : chance.nextBoolean() ? Math.min(end, other.length) : place(other, chance);
        return ByteBuffer.allocate(end + other.length - from)
                .put(file, 0, end)
                .put(other, from, other.length - from)
                .array();
    }

    /** Without its end, or without some of its middle. */
    private static byte[] cut(byte[] file, SplittableRandom chance) {
        int from = place(file, chance);
        if (chance.nextBoolean()) {
            return Arrays.copyOf(file, from);
        }
        int to = Math.min(file.length, from + 1 + chance.nextInt(HEADER));
        return spliced(file, from, to);
    }

    private static byte[] spliced(byte[] file, int end, int from) {
        return ByteBuffer.allocate(end + file.length - from)
                .put(file, 0, end)
                .put(file, from, file.length - from)
                .array();
    }
}
