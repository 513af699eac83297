package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.resume.Interruption.Field;
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
    public static final String RESUMED = "resumed";

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
     * @return where the sign-in begins; nothing if none would change that
     */
    public Optional<URI> meet(String challenge, RoutingContext request) {
        return Demand.of(challenge)
                .filter(demand -> request.queryParam(RESUMED).isEmpty())
                .map(demand -> keep(interruption(user.subject(), demand, PostedForms.read(), request)));
    }

    /** For a form that was sent when the session had ended. */
    public Uni<RestResponse<TemplateInstance>> afterEndedSession(RoutingContext request) {
        var subject = RequestSession.endedSubject(request).orElse(null);
        return PostedForms.read(request)
                .map(fields -> interruption(subject, Demand.NONE, fields, request))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(interruption ->
                        subject == null ? onThePage(interruption) : RestResponse.seeOther(keep(interruption)));
    }

    /** @return where it goes on */
    private URI keep(Interruption interruption) {
        return URI.create("/resume/" + requests.add(interruption).value());
    }

    /** Nobody knows whose it is, so it does not come to us: else anybody could fill the database. */
    private static RestResponse<TemplateInstance> onThePage(Interruption interruption) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(Status.UNAUTHORIZED)
                .entity(ResumePage.Templates.again(interruption))
                .build();
    }

    private static Interruption interruption(
            String subject, Demand demand, List<Field> fields, RoutingContext request) {
        return new Interruption(subject, PostedForms.isForm(request), marked(request), fields, demand);
    }

    private static String marked(RoutingContext request) {
        var query = request.request().query();
        return request.normalizedPath() + "?" + (query == null ? "" : query + "&") + RESUMED + "=true";
    }
}
