package com.taskmaster.tasks.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which traces are exported, by trace id alone: services with the same share decide alike. The sampled flag of
 * a caller's {@code traceparent} (W3C Trace Context §3.2.2.5.1) is ignored, or else anyone could have every request
 * exported.
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
