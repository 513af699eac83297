package com.taskmaster.webapp.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which traces are exported. The trace id alone decides, so that both services decide the same where their share is the
 * same. What a caller's {@code traceparent} says of it (W3C Trace Context §3.2.2.5.1) counts for nothing: anybody could have
 * every request exported.
 */
class ShareOfTraces {

    @Produces
    @Singleton
    Sampler sampler(@ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double share) {
        var byTraceId = Sampler.traceIdRatioBased(share);
        return Sampler.parentBasedBuilder(byTraceId)
                .setRemoteParentSampled(byTraceId)
                .setRemoteParentNotSampled(byTraceId)
                .build();
    }
}
