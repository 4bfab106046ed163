package io.eyegoogler.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Encodes each log event as one line of flat JSON: {@code time}, {@code level}, the event's keys and values,
 * {@code message}, and {@code error} with the stack trace if there is one.
 */
final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    /** RFC 3339 with milliseconds, in UTC. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @Override
    public byte[] encode(ILoggingEvent event) {
        JsonObject line = new JsonObject();
        line.addProperty("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
        line.addProperty("level", event.getLevel().toString());
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> {
                Object value = pair.value instanceof Number ? pair.value : String.valueOf(pair.value);
                line.add(pair.key, GSON.toJsonTree(value));
            });
        }
        line.addProperty("message", event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            line.addProperty("error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return (GSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
