package io.eyegoogler.bench.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Damages files in reproducible ways: the same seed and number produce the same bytes. */
final class Mutator {

    /** The most changes to a file. */
    private static final int MAX_CHANGES = 4;
    /** Bytes at the beginning, where headers are, in which half of all changes are made. */
    private static final int HEADER = 256;

    private static final int MAX_BITS = 8;
    private static final int MAX_REPEATS = 64;
    /** Values that decoders may not expect. */
    private static final int[] EDGES = {0, 1, -1, 2, 0x7f, 0x80, 0xfe, 0xff, 0x100};
    /** Shifts by which edge values of one byte become those of more bytes. */
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

    /** Returns the mutation of that number. All formats are equally frequent. */
    Mutation mutation(long number) {
        SplittableRandom random = random(number);
        return mutation(number, filesOf(formats.get(random.nextInt(formats.size()))), random);
    }

    /** Returns the mutation of that number of a file of that format, or of any if there is none. */
    Mutation mutation(long number, String format) {
        return formats.contains(format) ? mutation(number, filesOf(format), random(number)) : mutation(number);
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    }

    private Mutation mutation(long number, List<SourceFile> candidates, SplittableRandom random) {
        SourceFile file = candidates.get(random.nextInt(candidates.size()));
        byte[] bytes = file.bytes();
        int changes = 1 + random.nextInt(MAX_CHANGES);
        for (int i = 0; i < changes; i++) {
            byte[] other = candidates.get(random.nextInt(candidates.size())).bytes();
            bytes = bytes.length == 0 ? bytes : changed(bytes, other, random);
        }
        if (random.nextBoolean()) {
            bytes = PngChecksums.repaired(bytes);
        }
        return new Mutation(bytes, "seed " + seed + ", number " + number + ", of " + file.name());
    }

    private List<SourceFile> filesOf(String format) {
        return files.stream().filter(file -> file.format().equals(format)).collect(Collectors.toList());
    }

    private static byte[] changed(byte[] file, byte[] other, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> withBitsFlipped(file, random);
            case 1, 2 -> withNumber(file, 1, random);
            case 3 -> withNumber(file, Short.BYTES, random);
            case 4 -> withNumber(file, Integer.BYTES, random);
            case 5 -> withBlocksSwapped(file, random);
            case 6 -> withBlockRepeated(file, random);
            default -> random.nextBoolean() ? spliced(file, other, random) : cut(file, random);
        };
    }

    private static int place(byte[] file, SplittableRandom random) {
        return random.nextInt(random.nextBoolean() ? Math.min(HEADER, file.length) : file.length);
    }

    private static byte[] withBitsFlipped(byte[] file, SplittableRandom random) {
        byte[] copy = file.clone();
        for (int i = random.nextInt(MAX_BITS); i >= 0; i--) {
            copy[place(copy, random)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return copy;
    }

    /**
     * Overwrites a number of that many bytes, in either byte order, with an edge value or a value near the file length.
     */
    private static byte[] withNumber(byte[] file, int bytes, SplittableRandom random) {
        int value = random.nextInt(4) == 0
                ? file.length + random.nextInt(5) - 2
                : EDGES[random.nextInt(EDGES.length)] << SHIFTS[random.nextInt(bytes)];
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(order).putInt(value);
        int from = order == ByteOrder.BIG_ENDIAN ? Integer.BYTES - bytes : 0;
        int at = place(file, random);
        byte[] copy = file.clone();
        System.arraycopy(number.array(), from, copy, at, Math.min(bytes, copy.length - at));
        return copy;
    }

    private static byte[] withBlocksSwapped(byte[] file, SplittableRandom random) {
        int one = place(file, random);
        int other = place(file, random);
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        int maxLength = Math.min(second - first, file.length - second);
        int length = maxLength == 0 ? 0 : 1 + random.nextInt(maxLength);
        byte[] copy = file.clone();
        System.arraycopy(file, second, copy, first, length);
        System.arraycopy(file, first, copy, second, length);
        return copy;
    }

    private static byte[] withBlockRepeated(byte[] file, SplittableRandom random) {
        int from = place(file, random);
        int length = 1 + random.nextInt(Math.min(HEADER, file.length - from));
        int repeats = random.nextBoolean() ? 1 : 1 + random.nextInt(MAX_REPEATS);
        ByteBuffer all = ByteBuffer.allocate(file.length + repeats * length);
        all.put(file, 0, from + length);
        for (int i = 0; i < repeats; i++) {
            all.put(file, from, length);
        }
        return all.put(file, from + length, file.length - from - length).array();
    }

    /** Joins the beginning of one file and the end of another. */
    private static byte[] spliced(byte[] file, byte[] other, SplittableRandom random) {
        int end = place(file, random);
        int from = other.length == 0 ? 0 : random.nextBoolean() ? Math.min(end, other.length) : place(other, random);
        return ByteBuffer.allocate(end + other.length - from)
                .put(file, 0, end)
                .put(other, from, other.length - from)
                .array();
    }

    /** Removes the end, or a part in the middle. */
    private static byte[] cut(byte[] file, SplittableRandom random) {
        int from = place(file, random);
        if (random.nextBoolean()) {
            return Arrays.copyOf(file, from);
        }
        int to = Math.min(file.length, from + 1 + random.nextInt(HEADER));
        return spliced(file, from, to);
    }

    private static byte[] spliced(byte[] file, int end, int from) {
        return ByteBuffer.allocate(end + file.length - from)
                .put(file, 0, end)
                .put(file, from, file.length - from)
                .array();
    }
}
