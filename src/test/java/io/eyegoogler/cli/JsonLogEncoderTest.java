package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLogEncoderTest {

    private static LoggingEvent event(String message, Throwable error) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent("", context.getLogger("test"), Level.INFO, message, error, null);
        event.setTimeStamp(1_795_000_000_123L);
        return event;
    }

    private static String encode(LoggingEvent event) {
        return new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void keysAndValues_areMembers_andNumbersAreNumbers() {
        LoggingEvent event = event("request", null);
        event.addKeyValuePair(new KeyValuePair("id", "a\"b\n"));
        event.addKeyValuePair(new KeyValuePair("status", 200));
        event.addKeyValuePair(new KeyValuePair("total_ms", 12.1));

        assertEquals(
                "{\"time\":\"2026-11-18T11:06:40.123Z\",\"level\":\"INFO\",\"id\":\"a\\\"b\\n\",\"status\":200,"
                        + "\"total_ms\":12.1,\"message\":\"request\"}\n",
                encode(event));
    }

    @Test
    void stackTrace_isInTheSameLine() {
        String line = encode(event("Request failed", new IllegalStateException("bug")));

        assertEquals(1, line.lines().count());
        assertTrue(line.contains("\"error\":\"java.lang.IllegalStateException: bug\\n\\tat "), line);
    }
}
