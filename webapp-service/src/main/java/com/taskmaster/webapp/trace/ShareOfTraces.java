package com.taskmaster.webapp.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which traces are exported, by trace id alone, so that both services decide alike if they are set to the same
 * share. The sampled flag of a caller's {@code traceparent} (W3C Trace Context §3.2.2.5.1) is ignored: otherwise
 * anybody could have every request exported.
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
