package io.eyegoogler.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log, to standard error.
 *
 * <p>Only the program does this: where EyeGoogler is a library, logging is its host's business.
 */
final class LoggingSetup {

    private LoggingSetup() {}

    static void configure(LogFormat format) {
        // JavaCPP's own remarks, such as that its parts have different versions, belong here too.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(LoggingSetup.class.getResource("logback-" + format + ".xml"));
        } catch (JoranException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
