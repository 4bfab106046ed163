package io.eyegoogler.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** All that this process logs meanwhile. */
public final class LogLines implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final Lines lines = new Lines();

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent line) {
            String thrown = line.getThrowableProxy() == null
                    ? ""
                    : line.getThrowableProxy().getMessage();
            all.add(line.getLoggerName() + " " + line.getFormattedMessage() + " " + line.getKeyValuePairs() + " "
                    + thrown);
        }
    }

    public LogLines() {
        lines.start();
        root.setLevel(Level.DEBUG);
        root.addAppender(lines);
    }

    /** The messages, with their keys and values, and what was thrown. */
    public String text() {
        return String.join("\n", lines.all);
    }

    @Override
    public void close() {
        root.detachAppender(lines);
        root.setLevel(level);
    }
}
