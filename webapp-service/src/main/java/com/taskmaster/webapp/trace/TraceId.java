package com.taskmaster.webapp.trace;

import io.opentelemetry.api.trace.Span;

/** The trace id of the current request, which is in the logs of both services (W3C Trace Context). */
public final class TraceId {

    private TraceId() {}

    public static String current() {
        return Span.current().getSpanContext().getTraceId();
    }
}
