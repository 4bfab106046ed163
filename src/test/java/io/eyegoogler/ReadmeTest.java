package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.options.OptionParser;
import io.eyegoogler.testing.Photos;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void embeddingExample_compilesAndRuns() throws Exception {
        Path source = Files.writeString(directory.resolve("Example.java"), example());
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        directory.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertEquals(0, errors);

        Path photo = Files.write(directory.resolve("photo.png"), Photos.PORTRAIT);
        Path result = directory.resolve("googly.png");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {photo.toString(), result.toString()});
        }
        assertEquals(512, Photos.decode(Files.readAllBytes(result)).getWidth());
    }

    @Test
    void options_listEveryStyle() throws IOException {
        String styles = OptionParser.styles().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
        assertTrue(Files.readString(Path.of("README.md")).contains("| `style` | " + styles + " |"), styles);
    }

    private static String example() throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(Path.of("README.md")));
        assertTrue(block.find(), "README.md has no Java example");
        return block.group(1);
    }
}
