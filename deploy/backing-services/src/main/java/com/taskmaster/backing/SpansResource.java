package com.taskmaster.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes a service export half of all traces, and injects the received spans into a {@code @QuarkusTest}. */
public final class SpansResource implements QuarkusTestResourceLifecycleManager {

    private Spans spans;

    @Override
    public Map<String, String> start() {
        spans = new Spans();
        return Map.of(
                "quarkus.otel.traces.sampler.arg", "0.5",
                "quarkus.otel.exporter.otlp.endpoint", spans.address(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(spans, new TestInjector.MatchesType(Spans.class));
    }

    @Override
    public void stop() {
        spans.close();
    }
}
