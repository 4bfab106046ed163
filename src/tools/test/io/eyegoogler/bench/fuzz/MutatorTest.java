package io.eyegoogler.bench.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MutatorTest {

    private static final int MANY = 400;
    private static final List<SourceFile> FILES = List.of(
            new SourceFile("a/plain", "a", new byte[1000]),
            new SourceFile("a/short", "a", new byte[] {7}),
            new SourceFile("a/empty", "a", new byte[0]),
            new SourceFile("png/portrait", "png", Photos.PORTRAIT));

    private static List<byte[]> mutations(long seed) {
        Mutator mutator = new Mutator(FILES, seed);
        return LongStream.range(0, MANY)
                .mapToObj(number -> mutator.mutation(number).bytes())
                .toList();
    }

    @Test
    void sameSeedAndNumber_produceTheSameBytes_inAnyOrder() {
        List<byte[]> first = mutations(7);
        Mutator again = new Mutator(FILES, 7);
        for (int number = MANY - 1; number >= 0; number--) {
            assertArrayEquals(first.get(number), again.mutation(number).bytes());
        }
    }

    @Test
    void otherSeed_producesOtherBytes() {
        List<byte[]> one = mutations(1);
        List<byte[]> other = mutations(2);
        long same = LongStream.range(0, MANY)
                .filter(i -> Arrays.equals(one.get((int) i), other.get((int) i)))
                .count();

        assertTrue(same < MANY / 3, same + " of " + MANY + " are the same");
    }

    @Test
    void files_stayUnchanged_andMutationsDiffer() {
        byte[] before = Photos.PORTRAIT.clone();
        long changed = mutations(3).stream()
                .filter(bytes -> !Arrays.equals(bytes, before))
                .count();

        assertArrayEquals(before, Photos.PORTRAIT);
        assertTrue(changed > 0.9 * MANY, changed + " of " + MANY + " are changed");
    }

    @Test
    void mutations_areShorterLongerAndOfTheSameLength() {
        Map<Integer, Long> lengths = mutations(5).stream()
                .filter(bytes -> bytes.length > 1100)
                .collect(Collectors.groupingBy(
                        bytes -> Integer.signum(Integer.compare(bytes.length, Photos.PORTRAIT.length)),
                        TreeMap::new,
                        Collectors.counting()));

        assertEquals(3, lengths.size(), lengths::toString);
        assertTrue(lengths.values().stream().allMatch(count -> count >= MANY / 40), lengths::toString);
    }

    @Test
    void origin_namesSeedNumberAndFile() {
        assertTrue(new Mutator(FILES.subList(0, 1), 7).mutation(3).origin().startsWith("seed 7, number 3, of a/plain"));
    }

    @Test
    void sampleImages_coverTheCommonFormats() {
        Map<String, Long> kinds = SampleImages.all().stream()
                .collect(Collectors.groupingBy(SourceFile::format, TreeMap::new, Collectors.counting()));

        // There are HEIC samples where libheif's converter is installed.
        kinds.remove("heic");
        assertEquals(List.of("bmp", "gif", "jpeg", "png", "pnm", "tiff", "webp"), List.copyOf(kinds.keySet()));
        assertFalse(SampleImages.all().stream().anyMatch(file -> file.bytes().length > 40_000));
    }
}
