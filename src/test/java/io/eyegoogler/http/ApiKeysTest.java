package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.eyegoogler.http.ApiKeys.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ApiKeysTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(ApiKeys.class);

    @TempDir
    private Path directory;

    private Path file;
    /** Begins just before the overflow of its type, as {@link System#nanoTime} may. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void start() {
        file = directory.resolve("keys");
        log.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(log);
    }

    @AfterEach
    void stop() {
        LOGGER.detachAppender(log);
        LOGGER.setLevel(null);
    }

    private ApiKeys keys(String content) throws IOException {
        Files.writeString(file, content);
        return new ApiKeys(file, "own-key", clock::get);
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void pass(long nanoseconds) {
        clock.addAndGet(nanoseconds);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer first-key, ACCEPTED",
        "bearer  se.co_nd~key+/==, ACCEPTED",
        "Bearer third, ACCEPTED",
        "Bearer own-key, ACCEPTED",
        "Bearer first-ke, WRONG",
        "Bearer first-keyy, WRONG",
        "Bearer FIRST-KEY, WRONG",
        "Bearer first-key third, WRONG",
        "'Bearer ', WRONG",
        "Basic first-key, WRONG",
        "first-key, WRONG",
        "'', WRONG",
        ", MISSING",
    })
    void authorization_isAcceptedByEachKeyOfTheFileAlone(String authorization, Outcome outcome) throws IOException {
        assertEquals(outcome, keys("first-key\r\n\n  se.co_nd~key+/==\nthird").check(authorization));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \r\n", "good-key\nsecret words\n", "clé", "=secret"})
    void fileWithoutKeys_orWithSomethingElse_isRejected_withoutItsText(String content) {
        String message = assertThrows(IOException.class, () -> keys(content)).getMessage();

        assertTrue(message.startsWith(file.toString()), message);
        assertEquals(1, message.lines().count());
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void fileThatIsTooLarge_orNoFile_isRejected() {
        String large = "a-key\n".repeat(KeyFile.MAX_SIZE / 6 + 1);
        assertTrue(
                assertThrows(IOException.class, () -> keys(large)).getMessage().contains("1 MB"));
        for (Path other : List.of(directory, directory.resolve("gone"), Path.of("/dev/zero"))) {
            assertThrows(IOException.class, () -> new ApiKeys(other, "own-key", clock::get), other.toString());
        }
    }

    @Test
    void changedFile_isReadAgain_oneSecondAfterTheLastLook() throws IOException {
        ApiKeys keys = keys("old-key");
        Files.writeString(file, "new-key");
        pass(ApiKeys.CHECK_INTERVAL - 1);
        assertEquals(Outcome.ACCEPTED, keys.check("Bearer old-key"));
        pass(1);
        assertEquals(Outcome.WRONG, keys.check("Bearer old-key"));
        assertEquals(Outcome.ACCEPTED, keys.check("Bearer new-key"));
        pass(ApiKeys.CHECK_INTERVAL);
        keys.check(null);

        assertEquals(List.of("The API keys have changed and were read again"), logged());
    }

    @Test
    void fileThatBecomesUnusable_leavesTheLastKeys_andIsLoggedOnce() throws IOException {
        ApiKeys keys = keys("a-key");
        Files.delete(file);
        for (String content : new String[] {null, "", "secret words"}) {
            if (content != null) {
                Files.writeString(file, content);
            }
            pass(ApiKeys.CHECK_INTERVAL);
            assertEquals(Outcome.ACCEPTED, keys.check("Bearer a-key"), content);
        }
        assertEquals(List.of("The last API keys stay in use: " + file + " is not a file"), logged());

        Files.writeString(file, "another-key");
        pass(ApiKeys.CHECK_INTERVAL);
        assertEquals(Outcome.WRONG, keys.check("Bearer a-key"));
        assertEquals(2, logged().size());
    }
}
