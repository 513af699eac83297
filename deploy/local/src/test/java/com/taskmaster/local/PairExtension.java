package com.taskmaster.local;

import com.taskmaster.backing.Spans;
import com.taskmaster.backing.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides tests with the running pair and the spans that it exports. */
final class PairExtension implements ParameterResolver {

    private static final Set<Class<?>> TYPES = Set.of(Pair.class, Spans.class);
    private static final Namespace NAMESPACE = Namespace.create(PairExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Pair.class
                ? running(context).get()
                : running(context).spans();
    }

    /** The store closes the pair after the last test; if the pair failed to start, it is not started again. */
    private static RunningPair running(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent("pair", ignored -> RunningPair.start(), RunningPair.class);
    }

    private record RunningPair(Pair pair, Spans spans, StartFailure failure) implements AutoCloseable {

        static RunningPair start() {
            var spans = new Spans();
            try {
                var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair-");
                var repository = Path.of("../..").toRealPath();
                var settings = PairSettings.onFreePorts(data).telling(exportTo(spans));
                return new RunningPair(Pair.start(settings, repository, new Steps(System.out)), spans, null);
            } catch (StartFailure e) {
                return new RunningPair(null, spans, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Exports only traces whose id ends with zeros, which random ids do not: the share is decided by the id. */
        private static Map<String, String> exportTo(Spans spans) {
            return Map.of(
                    "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.000000001",
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", spans.address(),
                    "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms");
        }

        Pair get() {
            if (failure != null) {
                throw failure;
            }
            return pair;
        }

        @Override
        public void close() {
            if (pair != null) {
                pair.close();
            }
            spans.close();
        }
    }
}
