package io.eyegoogler.http;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line for each request. Nothing of the photo is in it, nor its name. */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    static void write(String method, String path, RequestContext exchange) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("id", exchange.id())
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", exchange.outcome());
        exchange.facts().forEach(line::addKeyValue);
        exchange.stages().forEach((stage, nanoseconds) -> line.addKeyValue(stage + "_ms", ms(nanoseconds)));
        line.addKeyValue("total_ms", ms(exchange.elapsed())).log("request");
    }

    private static String ms(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1f", nanoseconds / 1e6);
    }
}
