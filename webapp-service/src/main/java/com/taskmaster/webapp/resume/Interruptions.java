package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.session.RequestSession;
import com.taskmaster.webapp.signin.SignedInUser;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Leads a person whose request has to wait to the sign-in, and keeps what was typed. */
@ApplicationScoped
public class Interruptions {

    /** On a request that was interrupted before: it is not sent away again, or it could go on for ever. */
    private static final String RESUMED = "resumed";

    private final InterruptedRequests requests;
    private final SignedInUser user;

    Interruptions(InterruptedRequests requests, SignedInUser user) {
        this.requests = requests;
        this.user = user;
    }

    /**
     * For a request that the Tasks API has refused.
     *
     * @param challenge its {@code WWW-Authenticate}, or {@code null}
     * @return nothing if no sign-in would change that
     */
    public Optional<RestResponse<TemplateInstance>> meet(String challenge, RoutingContext request) {
        return Demand.of(challenge)
                .filter(demand -> request.queryParam(RESUMED).isEmpty())
                .map(demand -> keep(user.subject(), demand, request));
    }

    /** For a form that was sent when the session had ended. */
    public Uni<RestResponse<TemplateInstance>> afterEndedSession(RoutingContext request) {
        return RequestSession.endedSubject(request)
                .map(subject -> Uni.createFrom()
                        .item(() -> keep(subject, Demand.NONE, request))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .orElseGet(() -> Uni.createFrom()
                        .item(() -> RestResponse.ResponseBuilder.<TemplateInstance>create(Status.UNAUTHORIZED)
                                .entity(ResumePage.Templates.again(interruption(null, Demand.NONE, request)))
                                .build()));
    }

    private RestResponse<TemplateInstance> keep(String subject, Demand demand, RoutingContext request) {
        var handle = requests.add(interruption(subject, demand, request));
        return RestResponse.seeOther(URI.create("/resume/" + handle.value()));
    }

    private static Interruption interruption(String subject, Demand demand, RoutingContext request) {
        var form = PostedForms.isForm(request);
        return new Interruption(subject, form, marked(request), form ? PostedForms.fields(request) : List.of(), demand);
    }

    private static String marked(RoutingContext request) {
        var query = request.request().query();
        return request.normalizedPath() + "?" + (query == null ? "" : query + "&") + RESUMED + "=true";
    }
}
