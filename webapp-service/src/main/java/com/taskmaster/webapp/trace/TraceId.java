package com.taskmaster.webapp.trace;

import io.opentelemetry.api.trace.Span;

/** The trace that the logs of both services know the current request by (W3C Trace Context). */
public final class TraceId {

    private TraceId() {}

    public static String current() {
        return Span.current().getSpanContext().getTraceId();
    }
}
