package io.eyegoogler.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs one line per request. It contains nothing of the photo, not even its name. */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    static void write(String method, String path, RequestContext context) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("id", context.id())
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", context.isAborted() ? Metrics.ABORTED : context.status());
        context.trace().ifPresent(trace -> line.addKeyValue("trace_id", trace.traceId())
                .addKeyValue("span_id", trace.spanId()));
        context.style().ifPresent(style -> line.addKeyValue("style", style));
        context.facts().forEach(line::addKeyValue);
        context.stages()
                .forEach((stage, nanoseconds) ->
                        line.addKeyValue(stage + "_ms", RequestContext.milliseconds(nanoseconds)));
        line.addKeyValue("total_ms", RequestContext.milliseconds(context.elapsed()))
                .log("request");
    }
}
