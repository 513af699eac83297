package com.taskmaster.tasks.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Buffers request bodies on the event loop, after token, scopes and rate limit have been checked and before the
 * operation takes a worker thread, so that slow senders block nobody. Imports, whose number is limited, are streamed
 * instead.
 */
class BodyFilter {

    /** Larger than the largest possible task, even with every character escaped. */
    static final int SMALL = 1 << 20;

    /** At 1 Mbit/s, as for {@link #LONGEST_LARGE}. */
    private static final Duration LONGEST_SMALL = Duration.ofSeconds(10);

    private static final Duration LONGEST_LARGE = Duration.ofMinutes(2);

    private final long largest;
    private final CollectedBody body;

    BodyFilter(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest, CollectedBody body) {
        this.largest = largest.asLongValue();
        this.body = body;
    }

    /** Runs after all filters that do not need the body. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER)
    public Uni<Void> collect(ContainerRequestContext request, ResourceInfo operation, RoutingContext exchange) {
        var method = operation.getResourceMethod();
        if (!method.isAnnotationPresent(Consumes.class) || exchange.request().isEnded()) {
            return Uni.createFrom().voidItem();
        }
        if (readsItself(method)) {
            // Disables the framework's own check, which answers without problem details.
            exchange.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
            request.setEntityStream(new LimitedStream(request.getEntityStream(), largest, exchange));
            return Uni.createFrom().voidItem();
        }
        var collected = method.isAnnotationPresent(LargeBody.class)
                ? body.collect(exchange, largest, LONGEST_LARGE)
                : body.collect(exchange, Math.min(SMALL, largest), LONGEST_SMALL);
        return collected.invoke(request::setEntityStream).replaceWithVoid();
    }

    private static boolean readsItself(Method operation) {
        return Arrays.asList(operation.getParameterTypes()).contains(InputStream.class);
    }
}
