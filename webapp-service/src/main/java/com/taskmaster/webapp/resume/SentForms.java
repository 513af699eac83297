package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Deletes a waiting form as soon as it was sent successfully; after a failure it can be sent again. */
class SentForms {

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final InterruptedRequests requests;

    SentForms(InterruptedRequests requests) {
        this.requests = requests;
    }

    @ServerResponseFilter
    Uni<Void> forget(Throwable failure, RoutingContext request) {
        return failure == null && PostedForms.isForm(request)
                ? Resumption.waiting(request)
                        .map(handle -> forget(handle, request))
                        .orElse(NOTHING)
                : NOTHING;
    }

    private Uni<Void> forget(Handle handle, RoutingContext request) {
        WaitingForm.forget(handle, request);
        return NOTHING.emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> requests.remove(handle))
                .onFailure()
                .invoke(e -> Log.warnf("A submitted form cannot be deleted and stays until it expires: %s", e))
                .onFailure()
                .recoverWithNull();
    }
}
