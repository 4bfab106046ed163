package io.eyegoogler.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configures logging to standard error.
 *
 * <p>Only the program does this; where EyeGoogler is used as a library, logging belongs to the host program.
 */
final class Logging {

    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %msg %kvp{NONE}%n";

    private Logging() {}

    static void configure(LogFormat format) {
        // Sends JavaCPP's messages here too.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        // Jetty's warnings are about requests that it rejects, with text from clients.
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
        // Javalin logs failed starts, which this program reports in one line.
        context.getLogger("io.javalin").setLevel(Level.OFF);
        // JavaCPP warns that its parts have different versions; they are known to work together.
        context.getLogger("org.bytedeco").setLevel(Level.ERROR);
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(format, context));
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
    }

    private static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        if (format == LogFormat.json) {
            return new JsonLogEncoder();
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }
}
