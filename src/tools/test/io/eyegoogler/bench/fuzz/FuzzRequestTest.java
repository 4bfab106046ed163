package io.eyegoogler.bench.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzRequestTest {

    private static final Mutator MUTATOR = new Mutator(List.of(new SourceFile("x/y", "x", new byte[300])), 1);

    @TempDir
    private Path folder;

    @Test
    void requests_cycleThroughAllPaths_rawAndAsForms() {
        Set<String> kinds = LongStream.range(0, 10)
                .mapToObj(number -> FuzzRequest.of(number, MUTATOR))
                .map(request -> request.path() + request.contentType())
                .collect(Collectors.toSet());

        assertEquals(10, kinds.size(), kinds::toString);
    }

    @Test
    void picturesOfEyes_areDamagedToo_eachPartByItself() {
        Set<String> parts = LongStream.range(0, 28)
                .mapToObj(number -> FuzzRequest.of(number, MUTATOR).origin())
                .filter(origin -> origin.contains("as part "))
                .map(origin -> origin.replaceAll(".*as part ", ""))
                .collect(Collectors.toSet());

        assertEquals(Set.of("eye", "pupil"), parts);
    }

    @Test
    void writtenRequest_isReadAgain_andSaysHowToSendIt() throws IOException {
        for (long number = 0; number < 10; number++) {
            FuzzRequest request = FuzzRequest.of(number, MUTATOR);
            Path file = request.write(folder, "status 500");
            FuzzRequest read = FuzzRequest.read(file);

            assertArrayEquals(request.bytes(), read.bytes());
            assertEquals(request.origin(), read.origin());
            String notes = Files.readString(folder.resolve("fuzz-" + number + ".body.txt"));
            assertTrue(notes.contains("curl -i --data-binary @" + file), notes);
        }
    }

    @Test
    void stackTraces_areFoundInALog_withTheirRequest() throws IOException {
        Path log = Files.write(
                folder.resolve("log"),
                List.of(
                        "12:00 INFO fuzz-7 POST 200",
                        "12:00 ERROR fuzz-42 a bug",
                        "java.lang.Error: x",
                        "\tat a.b.C(D.java:1)",
                        "\tat a.b.E(F.java:2)",
                        "12:01 WARN no request",
                        "java.io.IOException",
                        "\tat g"),
                StandardCharsets.UTF_8);

        assertEquals(
                List.of(OptionalLong.of(42), OptionalLong.empty()),
                StackTrace.findAll(log).stream().map(StackTrace::request).toList());
    }
}
